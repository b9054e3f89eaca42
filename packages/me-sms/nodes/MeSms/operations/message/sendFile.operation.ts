import { fromFile } from '../../../../../../kernel';
import { candidates } from '../../api/candidates';
import { checkCost } from '../../api/cost';
import { endpoints } from '../../api/endpoints';
import { notDry, sentMessage } from '../../api/sent';
import { textSafeguards } from '../../fields/safeguards';
import { senderField } from '../../fields/sender';
import { dryRunPart, isDryRun, perRequest, sendOptions } from '../../fields/sendOptions';
import { contentField, contentNotice, textPart } from '../../fields/text';
import { thaiMobiles } from '../../fields/thaiMobiles';
import { leavesAt } from '../../fields/when';

/** Sends one text to all numbers in a file, in as few requests as they take (contract: sendSms). */
export const sendFile = fromFile({
	resource: 'message',
	operation: 'sendFile',
	name: 'Send to Numbers in a File',
	action: 'Send an SMS to the numbers in a file',
	description: 'Texts all numbers in a CSV or text file, up to millions, which costs credits',
	fields: [senderField, contentField, contentNotice],
	options: sendOptions,
	endpoint: endpoints.sendSms,
	list: { name: 'msisdns', sample: '66812345678' },
	perRequest,
	reader: thaiMobiles,
	head: ({ sender, content }, options, { note, startedAt }) => ({
		sender,
		...textPart({ content, ...options }),
		scheduledTime: leavesAt(options, startedAt(), note),
		...dryRunPart(options),
	}),
	whole: { taken: sentMessage, mistrust: notDry, clues: candidates },
	isDry: isDryRun,
	checkAll: async (client, requests, options) =>
		await checkCost(
			client,
			requests.map(({ head }) => head),
			options,
			(place, head) => requests[place].bodyWith(head),
		),
	guarded: textSafeguards,
});
