import { allPagesField, customRequest, getMany, perItem, variants } from '../../../../../../kernel';
import { inside } from '../../api/read';
import { idOf } from '../../api/rows';

const look = {
	resource: 'api',
	operation: 'request',
	name: 'Custom Request',
	action: 'Make a custom API request',
	description: 'Not checked, and may send paid texts: call any path of the ME-SMS API',
};

const { once, paged } = customRequest({
	examplePath: '/credits',
	methods: ['DELETE', 'GET', 'PATCH', 'POST', 'PUT'],
	writes: false,
	rowsName: {
		default: 'data',
		placeholder: 'e.g. recipients',
		description: 'Name of the list of rows in the response, e.g. recipients, messages or data',
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
	rows: ({ rowsName }) => ({ name: inside(rowsName.trim()), key: idOf }),
});

/** Any call of the API, e.g. one that it does not document. */
export const requestApi = variants(allPagesField, true, allPages, onePage);
