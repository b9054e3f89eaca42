import { type ApiRequest, evidenceIn, type JsonObject, textField } from '../../../../kernel';
import { listNumberField } from '../../fields/list';

/** The list that one text goes out from. */
export const sendingListField = listNumberField('listNumber', {
	required: true,
	description: 'The list to send from. The recipient sees its number.',
});

/** Who gets the text. */
export const toField = textField('to', {
	displayName: 'To',
	required: true,
	placeholder: 'e.g. +12025550117',
	description: 'Phone number of the recipient, with its country code',
});

/** What shows that a text was taken (contract: SendAccepted). */
export const messageId = evidenceIn('message_id');

/** What a text that was taken gives to the next node (contract: SendAccepted). */
export function acceptedText({ message_id, status }: JsonObject, { body }: ApiRequest): JsonObject {
	return { message_id, status, to: body?.to, list_number: body?.list_number };
}

/** Texts to one recipient keep their order. */
export function recipientKey({ body }: ApiRequest): string {
	return String(body?.to);
}
