import {
	type JsonObject,
	onlyOptionsField,
	perItem,
	RequestError,
	required,
} from '../../../../../../kernel';
import { endpoints } from '../../api/endpoints';
import { flat } from '../../api/read';
import { uuidField } from '../../fields/uuid';

const ifTooLateField = onlyOptionsField('ifTooLate', {
	displayName: 'If Too Late',
	default: 'fail',
	options: [
		{ name: 'Fail', value: 'fail', description: 'The item fails, with the reason' },
		{
			name: 'Return Reason',
			value: 'return',
			description: 'The item has "cancelled" set to false, and the reason in "reason"',
		},
	],
	description:
		'What to do when ME-SMS refuses because the message was not scheduled, or is being sent or was sent',
});

/** Contract: x-error-codes of cancelSms. */
const CANCELLED_BEFORE = 'ALREADY_CANCELLED';
const NOT_CANCELLED = 'not_cancelled';
const REFUSALS = ['NOT_SCHEDULED', CANCELLED_BEFORE, 'ALREADY_PROCESSING', NOT_CANCELLED];
/** States in which no cancelled message is. */
const OVER = ['sent', 'failed'];
/** The same refusals where the API returns no code, by which they could be told apart (NOTES 3.14). */
const WITHOUT_CODE = ['http_400', 'http_409'];

/** contract: cancelSms. */
export const cancelMessage = perItem({
	resource: 'message',
	operation: 'cancel',
	name: 'Cancel',
	action: 'Cancel a scheduled message',
	description: 'Cancel a scheduled message before it is sent. ME-SMS does not document its path.',
	fields: [required(uuidField), ifTooLateField],
	request: ({ uuid }) => ({ endpoint: endpoints.cancelSms, pathParameters: { uuid } }),
	// A repeat after a lost response finds what the first try did.
	isGoneAfter: ({ code }) => code === CANCELLED_BEFORE,
	mistrust: saysNotCancelled,
	output: (body, _, { uuid }) => ({ uuid, ...flat(body), cancelled: true }),
	outputOfRefusal: (refusal, { ifTooLate, uuid }) =>
		ifTooLate === 'return' ? refusalOf(refusal, uuid) : undefined,
});

/** A 2xx that says that the message will be, or was, sent all the same. */
function saysNotCancelled(body: JsonObject): RequestError | undefined {
	const { cancelled, status } = flat(body);
	if (cancelled !== false && !OVER.includes(String(status))) return undefined;
	const text =
		'ME-SMS accepted the request, but its response says that the message is not cancelled';
	return new RequestError(text, { kind: 'refused', code: NOT_CANCELLED });
}

function refusalOf({ code, message }: RequestError, uuid: string): JsonObject | undefined {
	if (WITHOUT_CODE.includes(code)) return { uuid, cancelled: false, code: null, reason: message };
	if (!REFUSALS.includes(code)) return undefined;
	return { uuid, cancelled: code === CANCELLED_BEFORE, code, reason: message };
}
