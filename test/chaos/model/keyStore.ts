import type { Process } from './process';

interface Context {
	scope: 'node' | 'workflow';
	node: number;
}

/** What n8n's store of processed keys does: a list for each scope, which forgets its oldest entries. */
export class KeyStore {
	private readonly lists = new Map<string, string[]>();
	private calls = 0;
	/** Calls that failed. */
	failures = 0;

	/** @param faults calls that fail, counted from 1, before or after they wrote */
	constructor(private readonly faults: ReadonlyArray<{ call: number; after: boolean }>) {}

	async check(
		process: Process,
		context: Context,
		entries: string[],
		maxEntries = Infinity,
	): Promise<{ new: string[]; processed: string[] }> {
		let answer: { new: string[]; processed: string[] } = { new: [], processed: [] };
		await this.call(process, () => {
			const list = this.listOf(context);
			const known = new Set(list);
			const fresh = entries.filter((entry) => !known.has(entry));
			answer = { new: fresh, processed: entries.filter((entry) => known.has(entry)) };
			this.lists.set(nameOf(context), [...list, ...fresh].slice(-maxEntries));
		});
		return answer;
	}

	async remove(process: Process, context: Context, entries: string[]): Promise<void> {
		const gone = new Set(entries);
		await this.call(process, () => {
			const left = this.listOf(context).filter((entry) => !gone.has(entry));
			this.lists.set(nameOf(context), left);
		});
	}

	private async call(process: Process, write: () => void): Promise<void> {
		const fault = this.faults.find(({ call }) => call === this.calls + 1);
		this.calls++;
		await process.call(1 + (this.calls % 7), () => {
			if (fault === undefined || fault.after) write();
			if (fault === undefined) return;
			this.failures++;
			throw new Error('database is locked');
		});
	}

	private listOf(context: Context): string[] {
		return this.lists.get(nameOf(context)) ?? [];
	}
}

function nameOf({ scope, node }: Context): string {
	return scope === 'node' ? `node ${node}` : 'workflow';
}
