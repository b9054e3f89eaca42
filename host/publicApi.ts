import type { Session } from './session';

/** One call of n8n's public API, below `/api/v1`; the response as it comes. */
export type PublicApi = <T>(method: string, path: string) => Promise<T>;

/** n8n's public API, with a key of the owner that is made at the first call. */
export function publicApi({ rest, request }: Session): PublicApi {
	let apiKey: Promise<string> | undefined;

	const createApiKey = async (): Promise<string> => {
		const { rawApiKey } = await rest<{ rawApiKey: string }>('POST', '/api-keys', {
			label: 'Host driver',
			scopes: ['credential:read', 'execution:list', 'execution:read'],
			expiresAt: null,
		});
		return rawApiKey;
	};

	return async <T>(method: string, path: string) => {
		apiKey ??= createApiKey();
		const headers = { 'x-n8n-api-key': await apiKey };
		return (await request(method, `/api/v1${path}`, undefined, headers)) as T;
	};
}
