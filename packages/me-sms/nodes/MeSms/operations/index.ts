import type { Resource } from '../../../../../kernel';
import { creditResource } from './credit';
import { messageResource } from './message';

/** Everything a user can pick, in the editor's order (alphabetical, as n8n wants it). */
export const resources: readonly Resource[] = [creditResource, messageResource];
