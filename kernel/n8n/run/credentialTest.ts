import type { ICredentialTestRequest } from 'n8n-workflow';

const REDIRECTS = [301, 302, 303, 307, 308];
const FAILURES = [500, 502, 503, 504];

/** What the test button of a credential says, in the words of a package. */
interface TestWords {
	/** By status, e.g. 401. */
	statuses: Readonly<Record<number, string>>;
	redirect: string;
	/** What to do after a failure of the server, e.g. `Try again later.` */
	afterFailure: string;
	/** The base URL leads to something else. */
	noApi: string;
}

/**
 * What the test button says of a response. n8n's type knows no list with rules of both kinds.
 *
 * @param key of the body, which a web page that comes with 200 does not have
 */
export function credentialTestRules(
	key: string,
	{ statuses, redirect, afterFailure, noApi }: TestWords,
): NonNullable<ICredentialTestRequest['rules']> {
	const failed = (status: number) =>
		`The server at this Base URL failed with HTTP status ${status}. ${afterFailure}`;
	const messages = {
		...statuses,
		404: noApi,
		...Object.fromEntries(REDIRECTS.map((status) => [status, redirect])),
		...Object.fromEntries(FAILURES.map((status) => [status, failed(status)])),
	};
	return [
		...Object.entries(messages).map(([status, message]) => ({
			type: 'responseCode',
			properties: { value: Number(status), message },
		})),
		{ type: 'responseSuccessBody', properties: { key, value: undefined, message: noApi } },
	] as NonNullable<ICredentialTestRequest['rules']>;
}

/** What n8n says of a test that was passed. */
export const CONNECTION_SUCCESSFUL = 'Connection successful!';
