import { fromFile, isJsonObject, textField, type JsonObject } from '../../../../../../kernel';
import { maxEntries } from '../../api/contract.generated/limits';
import { endpoints } from '../../api/endpoints';

/** contract: sendSms. */
export const sendFile = fromFile({
	resource: 'message',
	operation: 'sendFile',
	name: 'Send to Numbers in a File',
	action: 'Send to the numbers in a file',
	description: 'Send one text to the numbers in a CSV or text file, up to millions',
	fields: [textField('sender', { displayName: 'Sender' }), textField('content', { displayName: 'Text' })],
	options: [],
	endpoint: endpoints.sendSms,
	list: {
		name: 'msisdns',
		label: 'Numbers',
		sample: '66812345678',
		usual: 10_000,
		most: maxEntries.sendSms.msisdns,
	},
	reader: () => (text: string) => /^(66|0)\d{9}$/.test(text) ? Number(`66${text.slice(-9)}`) : 'is no Thai mobile number',
	head: ({ sender, content }) => ({ sender, content }),
	whole: {
		taken(body: JsonObject) {
			const uuid = body.uuid ?? (isJsonObject(body.data) ? body.data.uuid : undefined);
			return typeof uuid === 'string' && uuid !== '' ? { status: 'queued', uuid } : undefined;
		},
	},
	guarded: { subject: 'message' },
});
