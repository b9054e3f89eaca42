import { z } from 'zod';

/**
 * An ID as one piece of text. No form is published (contract: Id), so none is assumed; a space in
 * one is always a mistake, and so is one of dots alone, which a URL would take for a folder.
 */
export const ID = /^(?=.*[A-Za-z0-9])\S+$/;

/** The schemas that ask for more than the contract's, by the places of theirs that they stand in. */
export const stricter = {
	Id: z.string().regex(ID, 'is not an ID, which has no spaces in it'),
} as const;
