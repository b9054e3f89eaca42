import type { ApiRequest, JsonObject, RequestError } from '../../../../../kernel';
import { dataOf } from './data';

/** What a deletion outputs, whatever the API says of it (contract: ContactListDeleted, MediaDeleted). */
export function deletedOf(body: JsonObject, { pathParameters }: ApiRequest): JsonObject {
	const { name } = dataOf(body);
	return { id: pathParameters?.id, name, deleted: true };
}

/** Whether what was to be deleted is not there, any more or at all. */
export function isMissing({ status }: RequestError): boolean {
	return status === 404;
}
