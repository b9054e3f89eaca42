import type {
	IAuthenticate,
	ICredentialDataDecryptedObject,
	ICredentialTestFunction,
	ICredentialTestFunctions,
	IHttpRequestOptions,
	INodeCredentialTestResult,
} from 'n8n-workflow';

import { parseJson } from '../../http/json';
import { toError } from '../../http/requestError';
import { TRANSPORT_IN_WORDS } from '../../http/transportWords';
import { CONNECTION_SUCCESSFUL } from './credentialTest';

/** What a package's test of a key needs to know. */
interface KeyTest {
	/** Adds the key, and refuses a credential that cannot be right. */
	authenticate: IAuthenticate;
	/** Where it asks, with GET. */
	urlOf(credential: ICredentialDataDecryptedObject): string;
	/**
	 * What speaks against the key or the base URL, in a sentence; nothing where both are good.
	 *
	 * @param body as JSON, or `undefined` where it is none
	 */
	problemIn(status: number, body: unknown): string | undefined;
}

/** Milliseconds: somebody waits in front of the editor. */
const TIMEOUT = 30_000;

/**
 * A test of a credential for an API whose response to a good key is an error. Rules in the credential
 * itself cannot tell such errors apart in n8n 1, so the node does it (`testedBy`).
 */
export function keyTest({ authenticate, urlOf, problemIn }: KeyTest): ICredentialTestFunction {
	return async function testKey({ data = {} }) {
		const asked = urlOf(data);
		try {
			const options: IHttpRequestOptions = { url: asked, method: 'GET' };
			const { url, headers } =
				typeof authenticate === 'function' ? await authenticate(data, options) : options;
			const { statusCode, body } = await ask(this, url, headers);
			return verdict(problemIn(statusCode, jsonIn(body)));
		} catch (thrown) {
			return verdict(reasonOf(toError(thrown), asked));
		}
	};
}

/** The only helper that n8n has for the test of a credential is its old one. */
async function ask(
	{ helpers }: ICredentialTestFunctions,
	uri: string,
	headers: IHttpRequestOptions['headers'],
): Promise<{ statusCode: number; body: unknown }> {
	return (await helpers.request({
		method: 'GET',
		uri,
		headers: { accept: 'application/json', ...headers },
		// n8n would take the key along to wherever the redirect leads.
		followRedirect: false,
		simple: false,
		resolveWithFullResponse: true,
		timeout: TIMEOUT,
	})) as { statusCode: number; body: unknown };
}

/** Why there is no response, or why none was asked for. */
function reasonOf({ code, message }: Error & { code?: unknown }, url: string): string {
	const words = typeof code === 'string' ? TRANSPORT_IN_WORDS[code] : undefined;
	return words === undefined ? message : `n8n got no response from ${new URL(url).host}: ${words}`;
}

function verdict(problem: string | undefined): INodeCredentialTestResult {
	if (problem !== undefined) return { status: 'Error', message: problem };
	return { status: 'OK', message: CONNECTION_SUCCESSFUL };
}

function jsonIn(body: unknown): unknown {
	if (typeof body !== 'string') return body;
	try {
		return parseJson(body);
	} catch {
		return undefined;
	}
}
