import type { Resource } from '../../../../kernel';
import { archiveCreative } from './archive.operation';
import { createCreative } from './create.operation';
import { estimateCreative } from './estimate.operation';
import { getCreative } from './get.operation';
import { getCreatives } from './getAll.operation';
import { updateCreative } from './update.operation';

/** Operations on a creative, in the editor's order (alphabetical, as n8n wants it). */
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
