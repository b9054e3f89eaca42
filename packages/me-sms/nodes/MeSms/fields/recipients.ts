import {
	type Field,
	InputError,
	integerField,
	type JsonObject,
	maskPhoneNumber,
	type Note,
	onlyOptionsField,
	parseThaiMobile,
	readList,
	textField,
	type ThaiMobile,
} from '../../../../../kernel';
import { addedNumber } from './added';

type Tell = (note: Note) => void;

const sendToField = onlyOptionsField('sendTo', {
	displayName: 'Send To',
	default: 'numbers',
	noDataExpression: true,
	description: 'Who gets the text',
	options: [
		{ name: 'Contact Group', value: 'contactGroup', description: 'Everybody in a stored group' },
		{ name: 'Phone Numbers', value: 'numbers', description: 'One number or a list of numbers' },
	],
});

/** Numbers as a list in any form, also one a line (contract: SendSmsRequest.msisdns). */
const msisdnsField: Field<'msisdns', unknown[] | undefined> = {
	...textField('msisdns', {
		displayName: 'Phone Numbers',
		required: true,
		placeholder: 'e.g. 081 234 5678',
		description:
			'A Thai mobile number, or a list of them: an array, or separated by commas or line breaks. All get the same text in one request.',
		displayOptions: { show: { sendTo: ['numbers'] } },
	}),
	read: (raw, label, scope) =>
		readList(typeof raw === 'string' ? raw.replace(/[;\r\n]+/g, ',') : raw, label, scope),
};

/** A group that ME-SMS keeps (contract: SendSmsRequest.contactGroupId). */
const contactGroupField = addedNumber(
	integerField('contactGroupId', {
		displayName: 'Contact Group ID',
		required: true,
		description: 'The ME-SMS web app shows it under Contacts',
		displayOptions: { show: { sendTo: ['contactGroup'] } },
	}),
	1,
);

/** Read only where the item wants a group: the field is there for all. */
const shownContactGroup: Field<'contactGroupId', unknown> = {
	...contactGroupField,
	read: (raw) => raw,
};

/** Who gets a text: numbers or a group. */
export const recipientFields = [sendToField, msisdnsField, shownContactGroup] as const;

/**
 * The part of a body that says who gets the text.
 *
 * @param tell says what was repaired or left out
 * @throws InputError
 */
export function recipientsPart(
	values: { sendTo?: string; msisdns?: unknown[]; contactGroupId?: unknown },
	tell: Tell,
): JsonObject {
	if (values.sendTo === 'contactGroup') {
		const { displayName } = contactGroupField.property;
		const scope = { timezone: 'UTC', missingCode: () => 'missing_contact_group' };
		return { contactGroupId: contactGroupField.read(values.contactGroupId, displayName, scope) };
	}
	return { msisdns: numbersIn(values.msisdns ?? [], msisdnsField.property.displayName, tell) };
}

/** A number as it is sent, and what is unusual about it. @throws InputError */
export function numberIn(given: unknown, field: string, tell: Tell): string {
	const read = parseThaiMobile(given, field);
	noteNumber(read, tell);
	return read.number;
}

/** Tells what a user should know of a number that was read. */
export function noteNumber(read: ThaiMobile, tell: Tell): void {
	for (const note of numberNotes(read)) tell(note);
}

/** What a user should know of a number that was read. */
export function numberNotes({ number, isRepaired, isUsual }: ThaiMobile): Note[] {
	const about = [maskPhoneNumber(number)];
	return [
		...(isRepaired ? [{ text: REPAIRED, about }] : []),
		...(isUsual ? [] : [{ text: UNUSUAL, about, warns: true as const }]),
	];
}

const REPAIRED = 'Some numbers had lost their first 0, as in a spreadsheet, and got it back';
const UNUSUAL = 'Some numbers do not begin with 06, 08 or 09, as Thai mobile numbers do';
const REPEATED = 'Some numbers were in a list twice and are texted once';

function numbersIn(given: readonly unknown[], field: string, tell: Tell): string[] {
	const filled = given.filter((entry) => entry !== '' && entry !== null && entry !== undefined);
	if (filled.length === 0) {
		const advice = 'Map a phone number to this field, or filter out items that have none.';
		throw new InputError(field, 'missing_phone', 'is empty', advice);
	}
	const numbers = filled.map((entry, index) =>
		numberIn(entry, filled.length === 1 ? field : `${field}: entry ${index + 1}`, tell),
	);
	const distinct = [...new Set(numbers)];
	if (distinct.length < numbers.length) tell({ text: REPEATED });
	return distinct;
}
