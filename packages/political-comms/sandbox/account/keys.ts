import type { Call } from '../../../../sandbox/core';

type Headers = Call<unknown>['headers'];

/** An API key of the account. */
export interface ApiKey {
	key: string;
	/** It sees this organization and all below it. */
	orgId: string;
	/** Without it, it may read only. */
	mayWrite: boolean;
	isRevoked: boolean;
}

/** The keys of the account, by what they are good for. */
export interface KeyNames {
	full: string;
	/** Lacks the scope of every write. */
	withoutScope: string;
	revoked: string;
	/** Of the organization below. */
	childOnly: string;
}

/** The API keys that the account knows. */
export class Keys {
	readonly names: KeyNames;
	private readonly byKey: Map<string, ApiKey>;

	constructor(full: string, orgId: string, childId: string) {
		this.names = {
			full,
			withoutScope: 'pc_live_sandbox_without_scope',
			revoked: 'pc_live_sandbox_revoked',
			childOnly: 'pc_live_sandbox_child_only',
		};
		const key = (name: keyof KeyNames, more: Partial<ApiKey> = {}): [string, ApiKey] => [
			this.names[name],
			{ key: this.names[name], orgId, mayWrite: true, isRevoked: false, ...more },
		];
		this.byKey = new Map([
			key('full'),
			key('withoutScope', { mayWrite: false }),
			key('revoked', { isRevoked: true }),
			key('childOnly', { orgId: childId }),
		]);
	}

	/** The key of a request; undefined when it is missing, unknown or revoked. */
	of(headers: Headers): ApiKey | undefined {
		const key = this.byKey.get(String(headers['x-api-key']));
		return key?.isRevoked === false ? key : undefined;
	}
}
