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
 * @param key of the body, which a web page that comes with 200 does not have; `undefined` where any
 *   JSON will do, whatever its status (`statusesIn`)
 */
export function credentialTestRules(
	key: string | undefined,
	{ statuses, redirect, afterFailure, noApi }: TestWords,
): NonNullable<ICredentialTestRequest['rules']> {
	const failed = (status: number) =>
		`The server at this Base URL failed with HTTP status ${status}. ${afterFailure}`;
	const messages = {
		...statuses,
		...(key !== undefined && { 404: noApi }),
		...Object.fromEntries(REDIRECTS.map((status) => [status, redirect])),
		...Object.fromEntries(FAILURES.map((status) => [status, failed(status)])),
	};
	return [
		...Object.entries(messages).map(([status, message]) => ({
			type: 'responseCode',
			properties: { value: Number(status), message },
		})),
		...signsOfNoApi(key).map((sign) => ({
			type: 'responseSuccessBody',
			properties: { ...sign, message: noApi },
		})),
	] as NonNullable<ICredentialTestRequest['rules']>;
}

/** What n8n finds in a body that is not the API's: of a text the first character, or its length. */
function signsOfNoApi(key: string | undefined) {
	if (key !== undefined) return [{ key, value: undefined }];
	return [
		...['<', '\n', '\r', ' ', '\ufeff'].map((value) => ({ key: '0', value })),
		{ key: 'length', value: 0 },
	];
}

/** The statuses that rules are about, for a test that takes all others as good. */
export function statusesIn(rules: ICredentialTestRequest['rules'] = []): number[] {
	return rules.flatMap((rule) => (rule.type === 'responseCode' ? [rule.properties.value] : []));
}
