import type { Resource } from '../../../../../kernel';
import { organizationResource } from './organization';

/** Everything a user can pick, in the editor's order (alphabetical, as n8n wants it). */
export const resources: readonly Resource[] = [organizationResource];
