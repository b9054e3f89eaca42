import type { Resource } from '../../../../../../kernel';
import { getBrands } from './getAll.operation';

/** What can be done about a brand, in the editor's order (alphabetical, as n8n wants it). */
export const brandResource: Resource = {
	value: 'brand',
	name: 'Brand',
	defaultOperation: getBrands,
	operations: [getBrands],
};
