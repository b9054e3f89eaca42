/** One thing that the account did for a client, whichever request asked for it. */
export interface Effect {
	at: string;
	/** What was done, in words of the vendor's account. */
	kind: string;
	/** What it was done to. */
	id: string;
}

/** What the account did: a request that was repeated by its key did nothing. */
export class Effects {
	private readonly done: Effect[] = [];

	add(effect: Effect): void {
		this.done.push(effect);
	}

	/** In order; all, or those of one kind. */
	list(kind?: string): readonly Effect[] {
		return kind === undefined ? this.done : this.done.filter((effect) => effect.kind === kind);
	}

	/** How often each kind was done. */
	counts(): Record<string, number> {
		const counts: Record<string, number> = {};
		for (const { kind } of this.done) counts[kind] = (counts[kind] ?? 0) + 1;
		return counts;
	}

	clear(): void {
		this.done.length = 0;
	}
}
