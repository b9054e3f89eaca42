import {
	type ApiRequest,
	collectionField,
	InputError,
	type JsonObject,
	perItem,
} from '../../../../../../kernel';
import { candidates } from '../../api/candidates';
import { checkCost } from '../../api/cost';
import { endpoints } from '../../api/endpoints';
import { hasUuid, notDry, sentMessage } from '../../api/sent';
import { recipientFields, recipientsPart } from '../../fields/recipients';
import { textSafeguards, whoGets } from '../../fields/safeguards';
import { senderField } from '../../fields/sender';
import { numbersPerRequestField } from '../../fields/sending';
import { dryRunPart, isDryRun, perRequest, sendOptions } from '../../fields/sendOptions';
import { contentField, contentNotice, textPart } from '../../fields/text';
import { leavesAt } from '../../fields/when';

const options = collectionField(
	'options',
	{ displayName: 'Options', placeholder: 'Add option' },
	sendOptions,
);

/** Sends one text per input item: to a number, to a list of numbers, or to a contact group (contract: sendSms). */
export const sendMessage = perItem({
	resource: 'message',
	operation: 'send',
	name: 'Send',
	action: 'Send an SMS',
	description:
		'Texts a number, a list of numbers or a contact group, which costs credits. Preview the cost first.',
	fields: [senderField, ...recipientFields, contentField, contentNotice, options],
	request({ sender, content, options: given, ...to }, { note, startedAt }) {
		const body = {
			sender,
			...textPart({ content, ...given }),
			...recipientsPart(to, note),
			scheduledTime: leavesAt(given, startedAt(), note),
			...dryRunPart(given),
		};
		checkCount(body, perRequest(given));
		return { endpoint: endpoints.sendSms, body };
	},
	evidence: (body) => hasUuid(body),
	output: (response, request) => sendOutput(response, request),
	mistrust: notDry,
	isDry: ({ body }) => isDryRun(body),
	clues: candidates,
	checkAll: async (client, bodies, values) =>
		await checkCost(
			client,
			bodies,
			values.map((each) => each.options),
		),
	orderingKey: ({ body }) => String(body === undefined ? '' : whoGets(body).msisdn),
	guarded: textSafeguards,
	labels: ({ uuid, msisdn }) => ({ uuid, contact: String(msisdn ?? '').slice(-4) }),
});

function sendOutput(response: JsonObject, { body = {} }: ApiRequest): JsonObject {
	const { sender, scheduledTime } = body;
	const sent = sentMessage(response, body);
	return {
		...whoGets(body),
		...sent,
		sender,
		...(scheduledTime !== undefined && { scheduledTime }),
	};
}

/** One request carries all numbers of the item. @throws InputError */
function checkCount({ msisdns }: JsonObject, most: number): void {
	if (!Array.isArray(msisdns) || msisdns.length <= most) return;
	const { displayName } = numbersPerRequestField.property;
	throw new InputError(
		'Phone Numbers',
		'too_many_numbers',
		`has ${msisdns.length.toLocaleString('en')} numbers, but "${displayName}" is ${most.toLocaleString('en')}`,
		`Add ${displayName} with a greater number, or use Send Many or Send to Numbers in a File, which send in several requests.`,
	);
}
