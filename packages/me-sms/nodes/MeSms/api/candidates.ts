import { type Clues, isJsonObject, type JsonObject } from '../../../../../kernel';
import { aliases } from './contract.generated/aliases';
import { endpoints } from './endpoints';
import { named } from './read';
import { uuidIn } from './sent';

/** Messages that a failed item names at most. */
const MOST = 3;

/**
 * Where to look for what came of a send whose outcome is unknown: the newest messages with the same
 * sender and text (contract: listMessages, newest first; NOTES 3.12). A template leaves no text to tell by.
 */
export const candidates: Clues = {
	lookup: ({ content }) =>
		content === undefined ? undefined : { endpoint: endpoints.listMessages },
	find(shown, { sender, content }, known) {
		const rows = named(shown, aliases.MessagePage.rows);
		const uuids = (Array.isArray(rows) ? rows : [])
			.filter(isJsonObject)
			.filter((row) => row.sender === sender && row.content === content)
			.flatMap((row: JsonObject) => uuidIn(row) ?? [])
			.filter((uuid) => !known.has(uuid));
		return uuids.length === 0 ? undefined : { candidates: uuids.slice(0, MOST) };
	},
	idOf: uuidIn,
};
