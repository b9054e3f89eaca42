import {
	InputError,
	locatorField,
	readText,
	required,
	slowLoadNotice,
	type Reader,
} from '../../../../../kernel';
import { maxCharacters } from '../api/contract.generated/limits';
import type { pickers } from '../pickers';

const SEARCH: keyof (typeof pickers)['listSearch'] = 'searchSenders';
const MAX_LENGTH = maxCharacters.sendSms.sender;

/** Letters, digits and symbols of the Latin keyboard (contract: SendSmsRequest.sender). */
const NAME = /^[ -~]+$/;

/** A sender name. @throws InputError `invalid_sender` */
export const readSender: Reader<string | undefined> = (raw, label, scope) => {
	const name = readText(raw, label, scope)?.trim();
	if (name === undefined || name === '') return undefined;
	const problem = (wrong: string) => new InputError(label, 'invalid_sender', wrong);
	if (!NAME.test(name)) throw problem('may contain only Latin letters, digits and symbols');
	if (name.length <= MAX_LENGTH) return name;
	throw problem(`may have at most ${MAX_LENGTH} characters, but has ${name.length}`);
};

/** The name that a text comes from; By Name works without the list of senders, whose path is provisional. */
export const optionalSenderField = locatorField(
	'sender',
	{
		displayName: 'Sender',
		description:
			'The approved name that the text comes from. Nobody can reply to it. If the list cannot be loaded, switch to By Name.',
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				placeholder: 'Select a sender...',
				typeOptions: {
					searchListMethod: SEARCH,
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
							regex: `^\\s*[ -~]{0,${MAX_LENGTH}}\\s*$`,
							errorMessage: `A sender name has at most ${MAX_LENGTH} Latin letters, digits and symbols`,
						},
					},
				],
			},
		],
	},
	readSender,
);

/** The same where there must be one. */
export const senderField = required(optionalSenderField);

/** The sender of an item that may have it from either of two places. @throws InputError `missing_sender` */
export function senderOfItem(own: string | undefined, ofAll: string | undefined): string {
	const name = own ?? ofAll;
	if (name !== undefined) return name;
	const { displayName } = optionalSenderField.property;
	const advice = `Select a ${displayName}, or map the column of that name for every item.`;
	throw new InputError(displayName, 'missing_sender', 'is empty', advice);
}
