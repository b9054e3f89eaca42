import { fromFile } from '../../../../../../kernel';
import { candidates } from '../../api/candidates';
import { checkCost } from '../../api/cost';
import { endpoints } from '../../api/endpoints';
import { notDry, sentMessage } from '../../api/sent';
import { textSafeguards } from '../../fields/safeguards';
import { senderField } from '../../fields/sender';
import {
	costFields,
	dryRunField,
	NUMBERS_PER_REQUEST,
	numbersPerRequestField,
} from '../../fields/sending';
import {
	contentField,
	contentNotice,
	templateField,
	textPart,
	variablesField,
} from '../../fields/text';
import { thaiMobiles } from '../../fields/thaiMobiles';
import { leavesAt, scheduledTimeField, whenFields } from '../../fields/when';

/** Sends one text to all numbers in a file, in as few requests as they take (contract: sendSms). */
export const sendFile = fromFile({
	resource: 'message',
	operation: 'sendFile',
	name: 'Send to Numbers in a File',
	action: 'Send an SMS to the numbers in a file',
	description: 'Texts all numbers in a CSV or text file, up to millions, which costs credits',
	fields: [senderField, contentField, contentNotice],
	options: [
		scheduledTimeField,
		...whenFields,
		templateField,
		variablesField,
		...costFields,
		dryRunField,
		numbersPerRequestField,
	],
	endpoint: endpoints.sendSms,
	list: { name: 'msisdns', sample: '66812345678' },
	perRequest: ({ numbersPerRequest = NUMBERS_PER_REQUEST }) => numbersPerRequest,
	reader: thaiMobiles,
	head: ({ sender, content }, options, { note, startedAt }) => ({
		sender,
		...textPart({ content, ...options }),
		scheduledTime: leavesAt(options, startedAt(), note),
		dryRun: options.dryRun === true ? true : undefined,
	}),
	whole: { taken: sentMessage, mistrust: notDry, clues: candidates },
	isDry: ({ dryRun }) => dryRun === true,
	checkAll: async (client, requests, options) =>
		await checkCost(
			client,
			requests.map(({ head }) => head),
			options,
			(place, head) => requests[place].bodyWith(head),
		),
	guarded: textSafeguards,
});
