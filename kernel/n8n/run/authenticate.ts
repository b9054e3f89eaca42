import { UserError } from 'n8n-workflow';
import type {
	IAuthenticate,
	ICredentialDataDecryptedObject,
	IHttpRequestOptions,
} from 'n8n-workflow';

import { toError } from '../../http/requestError';

/** What a credential stands for, checked. */
interface Connection {
	apiKey: string;
	baseUrl: string;
}

/**
 * Puts the API key of a credential into a header, and only for requests to its own host: those of
 * n8n's HTTP Request node may go anywhere.
 *
 * @param name what users call the service
 * @param connectionOf reads the credential; what it throws is told in words alone, because the test
 *   button shows the code of an error that has one
 */
export function authenticate(
	name: string,
	header: string,
	connectionOf: (credential: ICredentialDataDecryptedObject) => Connection,
): IAuthenticate {
	const read = (credential: ICredentialDataDecryptedObject) => {
		let problem: Error;
		try {
			return connectionOf(credential);
		} catch (thrown) {
			problem = toError(thrown);
		}
		throw new UserError(problem.message);
	};
	return async (credential, requestOptions) => {
		const { apiKey, baseUrl } = read(credential);
		// n8n's HTTP Request node still calls the address `uri`.
		const { url, uri = url, baseURL } = requestOptions as IHttpRequestOptions & { uri?: string };
		const target = new URL(uri, baseURL);
		if (target.origin !== new URL(baseUrl).origin) {
			throw new UserError(`The ${name} API key is only sent to the Base URL of its credential`);
		}
		return { ...requestOptions, headers: { ...requestOptions.headers, [header]: apiKey } };
	};
}
