import { type ApiRequest, integerField, type JsonObject } from '../../../../../../kernel';
import { countsOfPage, deliveryOf } from '../../api/delivery';
import { endpoints } from '../../api/endpoints';

/** How many recipients there must be before delivery can be complete. */
export const expectedField = integerField('expected', {
	displayName: 'Expected Recipients',
	default: 0,
	typeOptions: { minValue: 0 },
	description:
		'How many numbers ME-SMS must count before delivery is complete; 0 for as many as it counts. Right after Send it may not count all of them yet.',
});

/** The first page of recipients, which counts all of them by state (contract: listRecipients). */
export function summaryOf(uuid: string): ApiRequest {
	return { endpoint: endpoints.listRecipients, pathParameters: { uuid }, query: { after: 0 } };
}

/**
 * What an item outputs of it.
 *
 * @param expected recipients there must be, which the output repeats; 0 or nothing for as many as are
 *   counted
 */
export function summarized(body: JsonObject, uuid: string, expected = 0): JsonObject {
	const delivery = deliveryOf(countsOfPage(body), Math.max(1, expected));
	return { uuid, ...delivery, ...(expected > 0 && { expected }) };
}
