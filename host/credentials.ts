import type { Session } from './session';
import type { CredentialInput, CredentialReference, CredentialTestResult } from './types';

/** Credentials, the two ways n8n has to test them. */
export function credentialCalls({ rest, request }: Session) {
	let apiKey: Promise<string> | undefined;

	const createCredential = async (input: CredentialInput): Promise<CredentialReference> => {
		const { id, name, type } = await rest<CredentialReference>('POST', '/credentials', input);
		return { id, name, type };
	};

	const testCredential = async (
		id: string,
		via: 'editor' | 'api' = 'editor',
	): Promise<CredentialTestResult> => {
		if (via === 'api') {
			apiKey ??= createApiKey();
			const headers = { 'x-n8n-api-key': await apiKey };
			const path = `/api/v1/credentials/${id}/test`;
			return (await request('POST', path, undefined, headers)) as CredentialTestResult;
		}
		// The editor sends back what it was shown: secrets come blanked, n8n fills them in again.
		const { name, type, data } = await rest<CredentialInput>(
			'GET',
			`/credentials/${id}?includeData=true`,
		);
		return rest('POST', '/credentials/test', { credentials: { id, name, type, data } });
	};

	const createApiKey = async (): Promise<string> => {
		const { rawApiKey } = await rest<{ rawApiKey: string }>('POST', '/api-keys', {
			label: 'Credential tests',
			scopes: ['credential:read'],
			expiresAt: null,
		});
		return rawApiKey;
	};

	return { createCredential, testCredential };
}
