import {
	bulk,
	messageTextColumn,
	numberColumn,
	objectColumn,
	textColumn,
} from '../../../../../../kernel';
import { candidates } from '../../api/candidates';
import { checkCost } from '../../api/cost';
import { endpoints } from '../../api/endpoints';
import { maxEntries } from '../../api/contract.generated/limits';
import { notDry, sentMessage } from '../../api/sent';
import { besideNumber, SendRecord } from '../../api/sendRecord';
import { numberIn } from '../../fields/recipients';
import { textSafeguards } from '../../fields/safeguards';
import { optionalSenderField, readSender, senderOfItem } from '../../fields/sender';
import { costFields, dryRunField, numbersPerRequestField } from '../../fields/sending';
import { dryRunPart, isDryRun, perRequest } from '../../fields/sendOptions';
import { textPart } from '../../fields/text';
import { leavesAt, scheduledTimeColumn, whenFields } from '../../fields/when';

/** The columns of a text, named as in the contract's SendSmsRequest. */
export const messageColumns = [
	textColumn('msisdn', 'Phone Number', {
		required: true,
		usualNames: ['phone', 'phone_number', 'mobile', 'msisdns', 'number'],
	}),
	messageTextColumn('content', 'Text', { usualNames: ['text', 'message'] }),
	{ ...textColumn('sender', 'Sender', { removed: true }), read: readSender },
	numberColumn('templateId', 'Template ID', { removed: true }),
	objectColumn('variables', 'Variables', { removed: true }),
	scheduledTimeColumn,
] as const;

/** Sends one text per input item, in a request for each that differs (contract: sendSms). */
export const sendMessages = bulk({
	resource: 'message',
	operation: 'sendMany',
	name: 'Send Many',
	action: 'Send many SMS messages',
	description:
		'Texts one number per input item, which costs credits. Items with the same text travel together.',
	fields: [optionalSenderField],
	columns: messageColumns,
	mapperMethod: 'getMessageColumns',
	options: [...whenFields, ...costFields, dryRunField, numbersPerRequestField],
	orderingKey: 'msisdn',
	shows: ['sender', 'scheduledTime'],
	guarded: textSafeguards,
	perRequest,
	isDry: isDryRun,
	checkAll: checkCost,
	target: {
		endpoint: endpoints.sendSms,
		recordsKey: 'msisdns',
		recordSchema: SendRecord,
		maxRecords: maxEntries.sendSms.msisdns,
		acceptedStatus: 'queued',
		entry: ({ msisdn }) => msisdn ?? null,
		beside: besideNumber,
		repeatReason: 'same_number',
		halves: true,
		whole: { taken: sentMessage, mistrust: notDry, clues: candidates },
	},
	record: (row, { sender }, options, _others, { note, startedAt }) => ({
		msisdn: numberIn(row.msisdn, 'Phone Number', note),
		sender: senderOfItem(row.sender, sender),
		...textPart(row),
		scheduledTime: leavesAt({ ...options, scheduledTime: row.scheduledTime }, startedAt(), note),
		...dryRunPart(options),
	}),
});
