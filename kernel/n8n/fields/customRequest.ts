import type { ApiRequest, Endpoint, HttpMethod, Idempotent } from '../../http/endpoint';
import { objectField, onlyOptionsField, textField, type ValuesOf } from './field';
import { required } from './required';
import { allPagesField, pathField, queryField, queryOf } from './url';

/** What a request of the user's own may be, and what an API says of it. */
interface CustomRequest {
	/** A path of the API, e.g. `/lists`. */
	examplePath: string;
	methods: readonly HttpMethod[];
	/** Whether a call that writes may be made twice. */
	writes: Idempotent;
	/** Where responses usually hold their rows, and what users should know of that. */
	rowsName: { default: string; placeholder: string; description: string };
}

/**
 * Fields and requests of an operation that makes any call of an API, `once` for each item or `paged`,
 * by `allPagesField`.
 */
export function customRequest({ examplePath, methods, writes, rowsName }: CustomRequest) {
	const fieldForPath = pathField(examplePath);
	const methodField = onlyOptionsField('method', {
		displayName: 'Method',
		default: 'GET',
		noDataExpression: true,
		description: 'HTTP method. After a lost response, the node repeats only GET.',
		options: methods.map((value) => ({ name: value, value })),
	});
	const bodyField = objectField('body', {
		displayName: 'Body',
		displayOptions: { show: { method: methods.filter((method) => method !== 'GET') } },
		description: 'Request body as a JSON object; an empty one is not sent',
	});
	const rowsNameField = required(
		textField('rowsName', { displayName: 'Rows Field', required: true, ...rowsName }),
	);
	const endpointOf = (method: string | undefined, path: string): Endpoint => ({
		operationId: `${method} ${path}`,
		method: method as HttpMethod,
		path,
		idempotent: method === 'GET' || writes,
	});
	const once = [methodField, fieldForPath, queryField, allPagesField, bodyField] as const;
	const paged = [methodField, fieldForPath, queryField, allPagesField, rowsNameField] as const;
	return {
		once: {
			fields: once,
			request: ({ method, path, query, body }: ValuesOf<typeof once>): ApiRequest => ({
				endpoint: endpointOf(method, path),
				query: queryOf(query),
				body: method === 'GET' || Object.keys(body ?? {}).length === 0 ? undefined : body,
			}),
		},
		paged: {
			fields: paged,
			request: ({ path, query }: ValuesOf<typeof paged>): ApiRequest => ({
				endpoint: endpointOf('GET', path),
				query: queryOf(query),
			}),
		},
	};
}
