import { z } from 'zod';

import { ID, NOT_AN_ID } from '../../../../../kernel';

/** The schemas that ask for more than the contract's, by the places of theirs that they stand in. */
export const stricter = {
	/** No form is published, so any is taken (contract: Id). */
	Id: z.string().regex(ID, NOT_AN_ID),
	/** The field has asked for https already, and takes http on this machine for a simulated account. */
	'MediaImport.source_url': z.string().min(1),
} as const;
