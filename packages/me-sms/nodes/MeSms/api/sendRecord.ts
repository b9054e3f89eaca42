import type { JsonObject } from '../../../../../kernel';
import { Msisdn, SendSmsRequest } from './contract.generated/schemas';

/** One number of a send, with what its request says besides (contract: SendSmsRequest). */
export const SendRecord = SendSmsRequest.omit({ msisdns: true, contactGroupId: true }).extend({
	msisdn: Msisdn,
});

/** What the request of a record says besides its number. */
export function besideNumber(record: JsonObject): JsonObject {
	return { ...record, msisdn: undefined };
}
