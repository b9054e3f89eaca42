import type { Paging } from '../../../../../kernel';

/** Recipients follow each other by a cursor (contract: listRecipients). */
export const recipientPaging: Paging = {
	kind: 'cursor',
	cursor: 'nextCursor',
	cursorParameter: 'after',
};
