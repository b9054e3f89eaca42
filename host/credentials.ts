import type { PublicApi } from './publicApi';
import type { CredentialInput, CredentialReference, CredentialTestResult, Rest } from './types';

/** Credentials, the two ways n8n has to test them. */
export function credentialCalls(rest: Rest, api: PublicApi) {
	const createCredential = async (input: CredentialInput): Promise<CredentialReference> => {
		const { id, name, type } = await rest<CredentialReference>('POST', '/credentials', input);
		return { id, name, type };
	};

	const testCredential = async (
		id: string,
		via: 'editor' | 'api' = 'editor',
	): Promise<CredentialTestResult> => {
		if (via === 'api') return await api('POST', `/credentials/${id}/test`);
		// The editor sends back what it was shown: secrets come blanked, n8n fills them in again.
		const { name, type, data } = await rest<CredentialInput>(
			'GET',
			`/credentials/${id}?includeData=true`,
		);
		return rest('POST', '/credentials/test', { credentials: { id, name, type, data } });
	};

	return { createCredential, testCredential };
}
