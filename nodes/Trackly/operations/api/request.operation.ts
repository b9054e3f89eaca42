import {
	allPagesField,
	type Endpoint,
	getMany,
	type HttpMethod,
	objectField,
	optionsField,
	pathField,
	perItem,
	queryField,
	queryOf,
	required,
	textField,
	variants,
} from '../../../../kernel';
import { maxRows } from '../../api/contract.generated/limits';
import { idOf } from '../../api/rows';

/** Where a request goes, below the version. */
const pathBelow = pathField('/lists');

const methodField = optionsField('method', {
	displayName: 'Method',
	default: 'GET',
	noDataExpression: true,
	description: 'HTTP method. After a lost response, the node repeats only GET.',
	options: ['DELETE', 'GET', 'POST', 'PUT'].map((value) => ({ name: value, value })),
});

const versionField = optionsField('version', {
	displayName: 'API Version',
	default: 'v2',
	description: 'Version of the API that the path belongs to',
	options: [
		{ name: 'V1', value: 'v1' },
		{ name: 'V2', value: 'v2' },
	],
});

const rowsNameField = textField('rowsName', {
	displayName: 'Rows Field',
	required: true,
	placeholder: 'e.g. contacts',
	description: 'Name of the list of rows in the response',
});

const UNKNOWN_PATH =
	'Check Path, including its IDs, and API Version. Write the path as in the API documentation, e.g. /lists.';

/** The call that the parameters describe; what is not a GET may do its work twice. */
function endpointOf(method: string | undefined, path: string, version?: string): Endpoint {
	return {
		operationId: `${method} ${path}`,
		method: (method ?? 'GET') as HttpMethod,
		path,
		idempotent: method === 'GET',
		advice: { not_found: UNKNOWN_PATH, http_404: UNKNOWN_PATH },
		...(version === 'v1' && { version }),
	};
}

const look = {
	resource: 'api',
	operation: 'request',
	name: 'Request',
	action: 'Make a custom API request',
	description: 'Call any path of the Trackly API. The node sends the request without checking it.',
};

const once = perItem({
	...look,
	fields: [
		methodField,
		pathBelow,
		versionField,
		queryField,
		allPagesField,
		objectField('body', {
			displayName: 'Body',
			displayOptions: { show: { method: ['DELETE', 'POST', 'PUT'] } },
			description: 'Request body as a JSON object',
		}),
	],
	request: ({ method, path, version, query, body }) => ({
		endpoint: endpointOf(method, path, version),
		query: queryOf(query),
		body: method === 'GET' || (method === 'DELETE' && isEmpty(body)) ? undefined : body,
	}),
	// The user judges the response.
	evidence: 'none',
	guarded: { subject: 'api', identify: () => ({}) },
});

const paged = getMany({
	...look,
	fields: [
		methodField,
		pathBelow,
		versionField,
		queryField,
		allPagesField,
		required(rowsNameField),
	],
	request: ({ path, version, query }) => ({
		endpoint: endpointOf('GET', path, version),
		query: queryOf(query),
	}),
	rows: ({ rowsName }) => {
		return {
			name: rowsName.trim(),
			// The smallest page size of all paths, so that no path refuses it.
			perPage: Math.min(...Object.values(maxRows)),
			key: idOf,
		};
	},
});

function isEmpty(body: object | undefined): boolean {
	return body === undefined || Object.keys(body).length === 0;
}

/** Any call of the API (contract: all paths, and what the documents name besides them). */
export const requestApi = variants(allPagesField, true, paged, once);
