import { z } from 'zod';

import { E164 } from '../../../../kernel';
import { MAX_TEXT_CHARACTERS } from '../limits';

/** A number in the one form that the API takes (contract: PhoneNumber). */
export const phoneNumber = z.string().regex(E164, 'must be an E.164 number, e.g. +12025550117');

/** A text to send, or a template of one. */
export const text = z
	.string()
	.min(1)
	.superRefine((value, context) => {
		if (value.length <= MAX_TEXT_CHARACTERS) return;
		context.addIssue({
			code: z.ZodIssueCode.custom,
			message: `has ${value.length.toLocaleString('en')} characters; the longest text is ${MAX_TEXT_CHARACTERS.toLocaleString('en')}`,
		});
	});

/**
 * An id as one piece of text. Trackly's ids come in several forms (24 hexadecimal digits,
 * `offer_123`, whole numbers), so none is assumed; a blank in one is always a mistake, and so is one
 * of dots alone, which a URL would take for a folder.
 */
export const ID = /^(?=.*[A-Za-z0-9])\S+$/;

/** An id in a body. */
export const id = z.string().regex(ID, 'is not an ID, which has no blanks in it');

/** What a thing is called in Trackly. */
export const name = z.string().min(1).max(255, 'may have at most 255 characters');
