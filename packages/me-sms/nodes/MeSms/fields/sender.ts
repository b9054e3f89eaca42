import {
	InputError,
	locatorField,
	readText,
	type Reader,
	slowLoadNotice,
} from '../../../../../kernel';
import { maxCharacters } from '../api/contract.generated/limits';

/** Characters of a sender name at most (contract: SendSmsRequest). */
const MAX_CHARACTERS = maxCharacters.sendSms.sender;

const LETTERS = 'Use the name of an approved sender, in Latin letters, digits and symbols.';

/** A sender name, if there is one. Whether it may send is for ME-SMS to say. @throws InputError */
export const readSender: Reader<string | undefined> = (raw, label, scope) => {
	const name = readText(raw, label, scope)?.trim();
	if (name === undefined) return undefined;
	if (!/^[ -~]+$/.test(name)) {
		throw new InputError(
			label,
			'invalid_sender',
			'has a character that no sender may have',
			LETTERS,
		);
	}
	if (name.length <= MAX_CHARACTERS) return name;
	const wrong = `has ${name.length} characters, but may have at most ${MAX_CHARACTERS}`;
	throw new InputError(label, 'invalid_sender', wrong, LETTERS);
};

/** Who a text is from, picked from the names of the account or by name (contract: SendSmsRequest.sender). */
export const senderField = locatorField(
	'sender',
	{
		displayName: 'Sender',
		required: true,
		description: 'The name that recipients see. ME-SMS has to approve it first, in its web app.',
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				placeholder: 'Select a sender...',
				typeOptions: {
					searchListMethod: 'searchSenders',
					searchable: true,
					slowLoadNotice: slowLoadNotice('By Name'),
				},
			},
			{
				displayName: 'By Name',
				name: 'name',
				type: 'string',
				placeholder: 'e.g. TEAHOUSE',
				validation: [
					{
						type: 'regex',
						properties: {
							regex: `^\\s*[ -~]{1,${MAX_CHARACTERS}}\\s*$`,
							errorMessage: `A sender has at most ${MAX_CHARACTERS} Latin letters, digits and symbols`,
						},
					},
				],
			},
		],
	},
	readSender,
);

/** The sender of an item. @throws InputError `missing_sender` */
export function senderOf(...names: Array<string | undefined>): string {
	const name = names.find((each) => each !== undefined);
	if (name !== undefined) return name;
	const { displayName } = senderField.property;
	throw new InputError(
		displayName,
		'missing_sender',
		'is empty',
		'Select a sender, or enter its name.',
	);
}
