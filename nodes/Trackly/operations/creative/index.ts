import type { Resource } from '../../../../kernel/n8n/describe';
import { archiveCreative } from './archive';
import { createCreative } from './create';
import { estimateCreative } from './estimate';
import { getCreative } from './get';
import { getCreatives } from './getAll';
import { updateCreative } from './update';

/** What can be done about a creative, in the editor's order (alphabetical, as n8n wants it). */
export const creativeResource: Resource = {
	value: 'creative',
	name: 'Creative',
	defaultOperation: getCreatives,
	operations: [
		archiveCreative,
		createCreative,
		estimateCreative,
		getCreative,
		getCreatives,
		updateCreative,
	],
};
