/** A sender name (contract: Sender); only `approved` is printed, the other words are ours. */
export interface Sender {
	id: number;
	name: string;
	status: 'approved' | 'pending' | 'rejected';
	/** Whether all accounts may use it. */
	shared: boolean;
}

/** The sender names of the account, in the order they were made. */
export class Senders {
	private readonly byName: Map<string, Sender>;

	constructor(seed: readonly Sender[]) {
		this.byName = new Map(seed.map((sender) => [sender.name, { ...sender }]));
	}

	list(): Sender[] {
		return [...this.byName.values()].map((sender) => ({ ...sender }));
	}

	get(name: string): Sender | undefined {
		return this.byName.get(name);
	}

	/** Adds a name, or changes the one there is. */
	put({ name, ...more }: Pick<Sender, 'name'> & Partial<Sender>): Sender {
		const known = this.byName.get(name);
		const fresh = { id: this.byName.size + 101, status: 'approved', shared: false } as const;
		const sender: Sender = { ...(known ?? fresh), ...more, name };
		this.byName.set(name, sender);
		return { ...sender };
	}

	/** False when there is no such name. */
	remove(name: string): boolean {
		return this.byName.delete(name);
	}
}
