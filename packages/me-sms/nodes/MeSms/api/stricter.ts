import { Msisdn, SendSmsRequest } from './contract.generated/schemas';

/** One number of a send, with what its request says besides (contract: SendSmsRequest). */
export const SendRecord = SendSmsRequest.omit({ msisdns: true, contactGroupId: true }).extend({
	msisdn: Msisdn,
});
