import type {
	INodeListSearchResult,
	INodePropertyOptions,
	ResourceMapperFields,
} from 'n8n-workflow';

import type { FieldRequest, Rest } from './types';

/** What the editor asks n8n for while somebody fills a node's fields. */
export function editorCalls(rest: Rest) {
	const ask = <T>(kind: string, request: FieldRequest, extra: object = {}): Promise<T> => {
		const { credential } = request;
		return rest('POST', `/dynamic-node-parameters/${kind}`, {
			path: request.path,
			methodName: request.method,
			nodeTypeAndVersion: { name: request.type, version: request.typeVersion },
			currentNodeParameters: request.parameters,
			...(credential && {
				credentials: { [credential.type]: { id: credential.id, name: credential.name } },
			}),
			...extra,
		});
	};

	return {
		searchList: ({
			filter,
			paginationToken,
			...request
		}: FieldRequest & { filter?: string; paginationToken?: string }) =>
			ask<INodeListSearchResult>('resource-locator-results', request, {
				filter,
				paginationToken,
			}),
		loadOptions: (request: FieldRequest) => ask<INodePropertyOptions[]>('options', request),
		mapperFields: (request: FieldRequest) =>
			ask<ResourceMapperFields>('resource-mapper-fields', request),
	};
}
