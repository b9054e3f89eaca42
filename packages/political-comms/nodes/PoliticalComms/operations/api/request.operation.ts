import {
	allPagesField,
	type Endpoint,
	getMany,
	type HttpMethod,
	objectField,
	onlyOptionsField,
	pathField,
	perItem,
	queryField,
	queryOf,
	required,
	textField,
	variants,
} from '../../../../../../kernel';
import { idOf } from '../../api/rows';

const fieldForPath = pathField('/organizations');

const methodField = onlyOptionsField('method', {
	displayName: 'Method',
	default: 'GET',
	noDataExpression: true,
	description: 'HTTP method. After a lost response, the node repeats only GET.',
	options: ['DELETE', 'GET', 'PATCH', 'POST', 'PUT'].map((value) => ({ name: value, value })),
});

const rowsNameField = textField('rowsName', {
	displayName: 'Rows Field',
	default: 'data',
	required: true,
	placeholder: 'e.g. data.data',
	description:
		'Where the response holds its list of rows: "data" in most, "data.data" for conversations and messages',
});

/** The call that the parameters describe; what is not a GET may do its work twice. */
function endpointOf(method: string | undefined, path: string): Endpoint {
	const idempotent = method === 'GET' || 'withKey';
	return { operationId: `${method} ${path}`, method: method as HttpMethod, path, idempotent };
}

const look = {
	resource: 'api',
	operation: 'request',
	name: 'Custom Request',
	action: 'Make a custom API request',
	description:
		'Not checked, and may send paid texts: call any path of the Political Comms API, e.g. of email',
};

const once = perItem({
	...look,
	fields: [
		methodField,
		fieldForPath,
		queryField,
		allPagesField,
		objectField('body', {
			displayName: 'Body',
			displayOptions: { show: { method: ['DELETE', 'PATCH', 'POST', 'PUT'] } },
			description: 'Request body as a JSON object; an empty one is not sent',
		}),
	],
	request: ({ method, path, query, body }) => ({
		endpoint: endpointOf(method, path),
		query: queryOf(query),
		body: method === 'GET' || Object.keys(body ?? {}).length === 0 ? undefined : body,
	}),
	// The user judges the response.
	evidence: 'none',
	guarded: { subject: 'api', identify: () => ({}) },
});

const paged = getMany({
	...look,
	fields: [methodField, fieldForPath, queryField, allPagesField, required(rowsNameField)],
	request: ({ path, query }) => ({ endpoint: endpointOf('GET', path), query: queryOf(query) }),
	rows: ({ rowsName }) => {
		const name = rowsName.trim();
		// The next page is named beside the rows.
		const cursor = [...name.split('.').slice(0, -1), 'next_cursor'].join('.');
		return { name, key: idOf, paging: { kind: 'cursor', cursor, cursorParameter: 'cursor' } };
	},
});

/** Any call of the API (contract: all paths, and `/email/*` besides them). */
export const requestApi = variants(allPagesField, true, paged, once);
