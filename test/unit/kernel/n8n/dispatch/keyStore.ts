/** What a call to n8n's store ends in, besides its work. */
export interface Trouble {
	/** Number of the call, from 1. */
	at: number;
	/** Whether the work of the call is done all the same. */
	side: 'before' | 'after';
	/** n8n is gone, so that no further call of this process does anything. */
	crash: boolean;
}

/**
 * A stand-in for n8n's store of processed entries: one list, oldest first. As n8n's own, it appends
 * what is new, does not move what it knows, forgets the oldest beyond the number it is given, and takes
 * out one entry of a kind.
 */
export class KeyStore {
	private list: string[] = [];
	private calls = 0;
	private isDead = false;
	private trouble: Trouble | undefined;

	readonly helpers = {
		checkProcessedAndRecord: async (
			entries: string[],
			_scope: string,
			{ maxEntries }: { maxEntries?: number },
		) =>
			await this.call(() => {
				const known = new Set(this.list);
				const fresh = entries.filter((entry) => !known.has(entry));
				this.list = [...this.list, ...fresh];
				if (maxEntries !== undefined) this.list = this.list.slice(-maxEntries);
				return { processed: entries.filter((entry) => known.has(entry)), new: fresh };
			}),
		removeProcessed: async (entries: string[]) =>
			await this.call(() => {
				for (const entry of entries) {
					const place = this.list.indexOf(entry);
					if (place !== -1) this.list.splice(place, 1);
				}
			}),
	};

	/** A new process, with another trouble ahead, or none. */
	restart(trouble?: Trouble): void {
		this.calls = 0;
		this.isDead = false;
		this.trouble = trouble;
	}

	get size(): number {
		return this.list.length;
	}

	get isDown(): boolean {
		return this.isDead;
	}

	private async call<Result>(work: () => Result): Promise<Result> {
		this.calls++;
		await Promise.resolve();
		this.failAt('before');
		const result = work();
		this.failAt('after');
		return result;
	}

	private failAt(side: Trouble['side']): void {
		const isHere = this.trouble?.at === this.calls && this.trouble.side === side;
		this.isDead ||= isHere && this.trouble!.crash;
		if (isHere || this.isDead) throw new Error('disk full');
	}
}
