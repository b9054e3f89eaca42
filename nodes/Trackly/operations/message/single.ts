import {
	type ApiRequest,
	isJsonObject,
	type JsonObject,
	type JsonValue,
	textField,
} from '../../../../kernel';
import { heldSend } from './held';
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
	description: 'Phone number of the recipient, with + and country code',
});

/** What shows that a text was taken, or that it waits for approval (contract: SendAccepted, SendHeld). */
export function messageId(body: JsonValue | undefined): boolean {
	return isJsonObject(body) && (isId(body.message_id) || heldSend(body) !== undefined);
}

/** What an accepted text outputs (contract: SendAccepted, SendHeld). */
export function acceptedText(response: JsonObject, { body }: ApiRequest): JsonObject {
	const { message_id, status } = response;
	const told = heldSend(response) ?? { status };
	return { message_id, ...told, to: body?.to, list_number: body?.list_number };
}

/** What the execution of a text is found by: its id, and of the recipient the last four digits. */
export function textLabels({ message_id, to }: JsonObject): JsonObject {
	return { message_id, contact: String(to).slice(-4) };
}

function isId(value: JsonValue | undefined): boolean {
	return typeof value === 'number' || (typeof value === 'string' && value !== '');
}

/** Texts to one recipient keep their order. */
export function recipientKey({ body }: ApiRequest): string {
	return String(body?.to);
}
