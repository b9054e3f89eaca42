import type { Resource } from '../../../kernel';
import { apiResource } from './api';
import { audienceResource } from './audience';
import { contactResource } from './contact';
import { creativeResource } from './creative';
import { dataImportResource } from './dataImport';
import { linkResource } from './link';
import { listResource } from './list';
import { messageResource } from './message';
import { offerResource } from './offer';
import { phoneResource } from './phone';
import { revenueResource } from './revenue';
import { scheduleResource } from './schedule';

/** Everything a user can pick, in the editor's order (alphabetical, as n8n wants it). */
export const resources: readonly Resource[] = [
	apiResource,
	audienceResource,
	contactResource,
	creativeResource,
	dataImportResource,
	linkResource,
	listResource,
	messageResource,
	offerResource,
	phoneResource,
	revenueResource,
	scheduleResource,
];
