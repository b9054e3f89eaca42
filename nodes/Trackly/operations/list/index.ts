import type { Resource } from '../../../../kernel/n8n/describe';
import { getList } from './get';
import { getLists } from './getAll';

/** What can be done about a list, in the editor's order (alphabetical, as n8n wants it). */
export const listResource: Resource = {
	value: 'list',
	name: 'List',
	defaultOperation: getLists,
	operations: [getList, getLists],
};
