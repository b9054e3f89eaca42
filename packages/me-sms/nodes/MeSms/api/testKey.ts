import { isJsonObject, type JsonObject, keyTest, listAt } from '../../../../../kernel';
import { authenticateMeSms } from './authenticate';
import { BASE_URL } from './connection';
import { aliases } from './contract.generated/aliases';
import { inside } from './read';

/** A message that does not exist: only its recipients have a documented path that is safe to ask. */
const PATH = '/sms/00000000-0000-0000-0000-000000000000/recipients?after=0';

/** With these the API refuses the message, or lacks a scope, and so knows the key (contract: responses). */
const REFUSALS: ReadonlySet<number> = new Set([400, 402, 403, 404, 409]);

const NO_API = `No ME-SMS API responds at this Base URL, which usually is ${BASE_URL}.`;

/** The test button of an ME-SMS credential (contract: listRecipients). */
export const testKey = keyTest({
	authenticate: authenticateMeSms,
	urlOf: ({ baseUrl }) =>
		String(baseUrl ?? '')
			.trim()
			.replace(/\/+$/, '') + PATH,
	problemIn(status, body) {
		if (status >= 300 && status < 400) {
			return 'This Base URL responds with a redirect, which the API key never follows. Enter the URL it leads to.';
		}
		if (status >= 500) {
			return `The server at this Base URL failed with HTTP status ${status}. Try again later.`;
		}
		if (status === 401) {
			return 'ME-SMS does not know this API key. Paste it again, or create a new one under Settings > API Keys.';
		}
		if (status === 429) {
			return 'ME-SMS asks to slow down. The key may be right; test it again later.';
		}
		const isApis = isJsonObject(body) && (status === 200 ? isPage(body) : isRefusal(status, body));
		return isApis ? undefined : NO_API;
	},
});

function isPage(body: JsonObject): boolean {
	return listAt(body, inside(...aliases.RecipientPage.rows)) !== undefined;
}

/** A web server says that a path is missing in other words (contract: Error). */
function isRefusal(status: number, { error }: JsonObject): boolean {
	return REFUSALS.has(status) && typeof error === 'string';
}
