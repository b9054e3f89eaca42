import type { Call } from '../../../../sandbox/core';

type Headers = Call<unknown>['headers'];

/** Whose a key is: what one account has, the other may not see. */
export type Owner = 'own' | 'other';

/** An API key. */
export interface ApiKey {
	owner: Owner;
	/** contract: x-required-scope */
	scopes: readonly string[];
	isRevoked: boolean;
}

/** The keys by what they are good for. */
export interface KeyNames {
	/** Has the scope `*`. */
	full: string;
	/** Has the scope `sms:send` alone. */
	sending: string;
	/** Has another scope; may read. */
	reading: string;
	revoked: string;
	/** Of another account, with the scope `*`. */
	other: string;
}

/** The API keys that the account knows. */
export class Keys {
	readonly names: KeyNames;
	private readonly byKey: ReadonlyMap<string, ApiKey>;

	constructor(full: string) {
		this.names = {
			full,
			sending: 'mesms_sandbox_sending',
			reading: 'mesms_sandbox_reading',
			revoked: 'mesms_sandbox_revoked',
			other: 'mesms_sandbox_other',
		};
		const key = (scope: string, more: Partial<ApiKey> = {}): ApiKey => ({
			owner: 'own',
			scopes: [scope],
			isRevoked: false,
			...more,
		});
		this.byKey = new Map([
			[full, key('*')],
			[this.names.sending, key('sms:send')],
			[this.names.reading, key('reports:read')],
			[this.names.revoked, key('*', { isRevoked: true })],
			[this.names.other, key('*', { owner: 'other' })],
		]);
	}

	/** The key of a request; undefined when it is missing, unknown or revoked. */
	of(headers: Headers): ApiKey | undefined {
		const key = this.byKey.get(String(headers['x-api-key']));
		return key?.isRevoked === false ? key : undefined;
	}
}
