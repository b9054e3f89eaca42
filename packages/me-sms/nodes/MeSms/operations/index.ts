import type { Resource } from '../../../../../kernel';
import { apiResource } from './api';
import { creditResource } from './credit';
import { messageResource } from './message';
import { phoneResource } from './phone';
import { recipientResource } from './recipient';
import { senderResource } from './sender';

/** Everything a user can pick, in the editor's order (alphabetical, as n8n wants it). */
export const resources: readonly Resource[] = [
	apiResource,
	creditResource,
	messageResource,
	phoneResource,
	recipientResource,
	senderResource,
];
