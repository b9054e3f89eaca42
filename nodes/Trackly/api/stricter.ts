import { z } from 'zod';

import { ID, NOT_AN_ID } from '../../../kernel';
import { maxCharacters } from './contract.generated/limits';

/** Characters of a text: where Trackly's templates end. Longer ones are taken for a mistake. */
export const MAX_TEXT_CHARACTERS = maxCharacters.createCreative.message;

/**
 * A text to send, or a template of one. Its message comes from an error map, not from a refinement: zod
 * makes an object with a getter for each value that it refines, and V8 holds on to what that refers to
 * until a full collection, kilobytes for each item of a run.
 */
const text = z
	.string({
		errorMap: ({ code }, { data, defaultError }) => ({
			message: code === z.ZodIssueCode.too_big ? tooLong(String(data).length) : defaultError,
		}),
	})
	.min(1)
	.max(MAX_TEXT_CHARACTERS);

function tooLong(characters: number): string {
	return `has ${characters.toLocaleString('en')} characters, but at most ${MAX_TEXT_CHARACTERS.toLocaleString('en')} are allowed`;
}

// Trackly's IDs come in several forms (24 hexadecimal digits, `offer_123`, whole numbers).
const id = z.string().regex(ID, NOT_AN_ID);

/** What a thing is called in Trackly. The contract knows no limit for schedules. */
const name = z.string().min(1).max(255, 'must have at most 255 characters');

/** The schemas that ask for more than the contract's, by the places of theirs that they stand in. */
export const stricter = {
	'SendMessageRequest.body': text,
	'BulkMessage.body': text,
	'SendRawMessageRequest.body': text,
	'BlastInput.message': text,
	/** Whether it has a placeholder is for the operation to say, which knows the links too. */
	CreativeMessage: text,
	MessageId: id,
	OfferId: id,
	'LinkCreate.offerId': id,
	'LinkCreate.externalOfferId': id,
	'LinkShorten.offerId': id,
	'RevenueRecord.offer_id': id,
	'ScheduleCreate.audiences[]': id,
	'ScheduleUpdate.audiences[]': id,
	'ScheduleCreate.name': name,
	'ScheduleUpdate.name': name,
	/** A day as the contract's samples write it: midnight in UTC. */
	DateOrTimestamp: z.string().regex(/^\d{4}-\d\d-\d\dT00:00:00Z$/, 'must be a day'),
	/** Any text: to judge it is what the lookup is for. */
	'PhoneValidateRequest.phone': z.string().min(1),
} as const;
