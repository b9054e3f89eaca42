import { DataDeduplicationService } from 'n8n-core';
import type {
	DeduplicationItemTypes,
	ICheckProcessedContextData,
	ICheckProcessedOptions,
	IDataDeduplicator,
	DeduplicationScope,
} from 'n8n-workflow';

/** What n8n's store of processed keys does, kept in memory: the part that Remove Duplicates uses too. */
export class ProcessedStore implements IDataDeduplicator {
	readonly lists = new Map<string, string[]>();

	/** Calls so far. */
	calls = 0;

	/** Set to make every call fail. */
	broken = false;

	async checkProcessedAndRecord(
		items: DeduplicationItemTypes[],
		scope: DeduplicationScope,
		context: ICheckProcessedContextData,
		{ maxEntries }: ICheckProcessedOptions,
	) {
		const list = await this.load(scope, context);
		const known = new Set(list);
		const fresh = items.filter((item) => !known.has(String(item)));
		const changed = [...list, ...fresh.map(String)].slice(-(maxEntries ?? Infinity));
		await this.save(scope, context, changed);
		return { new: fresh, processed: items.filter((item) => known.has(String(item))) };
	}

	async removeProcessed(
		items: DeduplicationItemTypes[],
		scope: DeduplicationScope,
		context: ICheckProcessedContextData,
	) {
		const list = await this.load(scope, context);
		await this.save(
			scope,
			context,
			list.filter((item) => !items.includes(item)),
		);
	}

	async clearAllProcessedItems(scope: DeduplicationScope, context: ICheckProcessedContextData) {
		await this.save(scope, context, []);
	}

	async getProcessedDataCount(scope: DeduplicationScope, context: ICheckProcessedContextData) {
		return (await this.load(scope, context)).length;
	}

	clear(): void {
		this.lists.clear();
		this.calls = 0;
		this.broken = false;
	}

	/** Like n8n's database, which is read first and written later, without a lock. */
	private async load(scope: DeduplicationScope, context: ICheckProcessedContextData) {
		this.calls++;
		if (this.broken) throw new Error('database is locked');
		await new Promise(setImmediate);
		return this.lists.get(nameOf(scope, context)) ?? [];
	}

	private async save(
		scope: DeduplicationScope,
		context: ICheckProcessedContextData,
		list: string[],
	) {
		await new Promise(setImmediate);
		this.lists.set(nameOf(scope, context), list);
	}
}

function nameOf(scope: DeduplicationScope, { workflow, node }: ICheckProcessedContextData) {
	return scope === 'node' ? `${workflow.id} ${node?.id}` : workflow.id;
}

let store: ProcessedStore | undefined;

/** n8n's store of processed keys for one test file, empty before each test. */
export function useProcessedStore(): () => ProcessedStore {
	beforeAll(async () => {
		if (store !== undefined) return;
		store = new ProcessedStore();
		await DataDeduplicationService.init(store);
	});
	beforeEach(() => store!.clear());
	return () => store!;
}
