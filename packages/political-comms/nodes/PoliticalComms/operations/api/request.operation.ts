import { allPagesField, customRequest, getMany, perItem, variants } from '../../../../../../kernel';
import { idOf } from '../../api/rows';

const look = {
	resource: 'api',
	operation: 'request',
	name: 'Custom Request',
	action: 'Make a custom API request',
	description:
		'Not checked, and may send paid texts: call any path of the Political Comms API, e.g. of email',
};

const { once, paged } = customRequest({
	examplePath: '/organizations',
	methods: ['DELETE', 'GET', 'PATCH', 'POST', 'PUT'],
	writes: 'withKey',
	rowsName: {
		default: 'data',
		placeholder: 'e.g. data.data',
		description:
			'Where the response holds its list of rows: "data" in most, "data.data" for conversations and messages',
	},
});

const onePage = perItem({
	...look,
	...once,
	// The user judges the response.
	evidence: 'none',
	guarded: { subject: 'api', identify: () => ({}) },
});

const allPages = getMany({
	...look,
	...paged,
	rows: ({ rowsName }) => {
		const name = rowsName.trim();
		// The next page is named beside the rows.
		const cursor = [...name.split('.').slice(0, -1), 'next_cursor'].join('.');
		return { name, key: idOf, paging: { kind: 'cursor', cursor, cursorParameter: 'cursor' } };
	},
});

/** Any call of the API (contract: all paths, and `/email/*` besides them). */
export const requestApi = variants(allPagesField, true, allPages, onePage);
