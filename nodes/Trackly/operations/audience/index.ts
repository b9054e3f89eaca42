import type { Resource } from '../../../../kernel/n8n/describe';
import { archiveAudience } from './archive';
import { createAudience } from './create';
import { getAudience } from './get';
import { getAudiences } from './getAll';
import { getAudienceSize } from './getSize';
import { updateAudience } from './update';

/** What can be done about an audience, in the editor's order (alphabetical, as n8n wants it). */
export const audienceResource: Resource = {
	value: 'audience',
	name: 'Audience',
	defaultOperation: getAudiences,
	operations: [
		archiveAudience,
		createAudience,
		getAudience,
		getAudiences,
		getAudienceSize,
		updateAudience,
	],
};
