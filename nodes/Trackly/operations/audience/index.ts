import type { Resource } from '../../../../kernel';
import { archiveAudience } from './archive.operation';
import { createAudience } from './create.operation';
import { getAudience } from './get.operation';
import { getAudiences } from './getAll.operation';
import { getAudienceSize } from './getSize.operation';
import { updateAudience } from './update.operation';

/** Operations on an audience, in the editor's order (alphabetical, as n8n wants it). */
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
