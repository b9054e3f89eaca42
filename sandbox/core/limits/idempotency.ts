import type { ApiResponse } from '../contract/api-response';

/** How long first responses are kept, and which. */
export interface IdempotencyRules {
	lifetimeMs: number;
	/** Whether a refused request is remembered too, so that its repeat is refused without a try. */
	keepFailures: boolean;
}

/** A request that names itself by a key. */
export interface KeyedRequest {
	/** Whose key it is and where it counts: a repeat has the same. */
	scope: string;
	/** What the request asks for; a repeat asks for the same. */
	content: string;
}

/** What came of a request with a key. `conflict`: the key is known with another content. */
export type KeyedResponse =
	| { kind: 'first' | 'repeat'; response: ApiResponse }
	| { kind: 'conflict'; first: ApiResponse };

interface Remembered {
	content: string;
	at: number;
	response: Promise<ApiResponse>;
}

/** First responses by key: a repeat gets the first one again, and nothing is done twice. */
export class IdempotencyStore {
	private readonly known = new Map<string, Remembered>();

	constructor(
		private readonly rules: () => IdempotencyRules,
		private readonly now: () => number = Date.now,
	) {}

	/** Keys that are remembered, expired ones too until they are used again. */
	get size(): number {
		return this.known.size;
	}

	/** Responds by `respond` once per scope; a repeat that comes meanwhile waits for the first. */
	async respond(
		{ scope, content }: KeyedRequest,
		respond: () => Promise<ApiResponse>,
	): Promise<KeyedResponse> {
		const known = this.known.get(scope);
		if (known !== undefined && this.now() - known.at < this.rules().lifetimeMs) {
			const first = await known.response;
			if (known.content !== content) return { kind: 'conflict', first };
			return { kind: 'repeat', response: first };
		}
		const response = respond();
		const entry = { content, at: this.now(), response };
		this.known.set(scope, entry);
		try {
			const first = await response;
			if (first.status >= 400 && !this.rules().keepFailures) this.forget(scope, entry);
			return { kind: 'first', response: first };
		} catch (error) {
			this.forget(scope, entry);
			throw error;
		}
	}

	clear(): void {
		this.known.clear();
	}

	private forget(scope: string, entry: Remembered): void {
		if (this.known.get(scope) === entry) this.known.delete(scope);
	}
}
