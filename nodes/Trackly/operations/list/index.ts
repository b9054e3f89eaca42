import type { Resource } from '../../../../kernel';
import { getList } from './get.operation';
import { getLists } from './getAll.operation';

/** Operations on a list, in the editor's order (alphabetical, as n8n wants it). */
export const listResource: Resource = {
	value: 'list',
	name: 'List',
	defaultOperation: getLists,
	operations: [getList, getLists],
};
