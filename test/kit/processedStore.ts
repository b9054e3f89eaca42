import { DataDeduplicationService } from 'n8n-core';
import type {
	DeduplicationItemTypes,
	ICheckProcessedContextData,
	ICheckProcessedOptions,
	IDataDeduplicator,
	DeduplicationScope,
} from 'n8n-workflow';

type StoreCall = keyof IDataDeduplicator;

/** Calls that fail, as those of a locked database do. */
export interface StoreFault {
	/** Only calls of this kind. */
	of?: StoreCall;
	/** Calls that work before. */
	skip: number;
	/** How many fail. */
	times: number;
	/** Whether the work is done all the same: only its answer is lost. */
	written: boolean;
}

/** A call that the store has not answered. */
export interface HeldCall {
	/** The call has come. */
	reached: Promise<void>;
	release(): void;
}

/** What n8n's store of processed keys does, kept in memory: the part that Remove Duplicates uses too. */
export class ProcessedStore implements IDataDeduplicator {
	readonly lists = new Map<string, string[]>();

	/** Calls so far. */
	calls = 0;

	/** Set to make every call fail. */
	broken = false;

	private faults: StoreFault[] = [];

	private gates: Array<{ reached: () => void; opened: Promise<void> }> = [];

	/** Makes calls fail from here on; see {@link StoreFault}. */
	fail(fault: Partial<StoreFault> = {}): void {
		this.faults.push({ skip: 0, times: 1, written: false, ...fault });
	}

	/** Works well again. */
	clearFaults(): void {
		this.faults = [];
	}

	/** Holds the next call open until it is let go. */
	hold(): HeldCall {
		let reached = () => {};
		let release = () => {};
		const opened = new Promise<void>((resolve) => (release = resolve));
		const isReached = new Promise<void>((resolve) => (reached = resolve));
		this.gates.push({ reached, opened });
		return { reached: isReached, release };
	}

	async checkProcessedAndRecord(
		items: DeduplicationItemTypes[],
		scope: DeduplicationScope,
		context: ICheckProcessedContextData,
		{ maxEntries }: ICheckProcessedOptions,
	) {
		const after = await this.enter('checkProcessedAndRecord');
		const list = await this.load(scope, context);
		const known = new Set(list);
		const fresh = items.filter((item) => !known.has(String(item)));
		const changed = [...list, ...fresh.map(String)].slice(-(maxEntries ?? Infinity));
		await this.save(scope, context, changed);
		after();
		return { new: fresh, processed: items.filter((item) => known.has(String(item))) };
	}

	async removeProcessed(
		items: DeduplicationItemTypes[],
		scope: DeduplicationScope,
		context: ICheckProcessedContextData,
	) {
		const after = await this.enter('removeProcessed');
		const list = await this.load(scope, context);
		const gone = new Set(items);
		await this.save(
			scope,
			context,
			list.filter((item) => !gone.has(item)),
		);
		after();
	}

	async clearAllProcessedItems(scope: DeduplicationScope, context: ICheckProcessedContextData) {
		const after = await this.enter('clearAllProcessedItems');
		await this.save(scope, context, []);
		after();
	}

	async getProcessedDataCount(scope: DeduplicationScope, context: ICheckProcessedContextData) {
		const after = await this.enter('getProcessedDataCount');
		const { length } = await this.load(scope, context);
		after();
		return length;
	}

	clear(): void {
		this.lists.clear();
		this.calls = 0;
		this.broken = false;
		this.faults = [];
		this.gates = [];
	}

	/** Begins a call. @returns what ends it, and throws where the call is to fail after its work */
	private async enter(call: StoreCall): Promise<() => void> {
		this.calls++;
		const gate = this.gates.shift();
		gate?.reached();
		await gate?.opened;
		if (this.broken) throw locked();
		const fault = this.faults.find(({ of, times }) => times > 0 && (of ?? call) === call);
		if (fault === undefined || fault.skip-- > 0) return () => {};
		fault.times--;
		if (!fault.written) throw locked();
		return () => {
			throw locked();
		};
	}

	/** Like n8n's database, which is read first and written later, without a lock. */
	private async load(scope: DeduplicationScope, context: ICheckProcessedContextData) {
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

function locked(): Error {
	return new Error('SQLITE_BUSY: database is locked');
}

function nameOf(scope: DeduplicationScope, { workflow, node }: ICheckProcessedContextData) {
	return scope === 'node' ? `${workflow.id} ${node?.id}` : workflow.id;
}

let store: ProcessedStore | undefined;

/** n8n's store of processed keys, the same one for all that runs in this process. */
export async function openProcessedStore(): Promise<ProcessedStore> {
	if (store === undefined) {
		store = new ProcessedStore();
		await DataDeduplicationService.init(store);
	}
	return store;
}

/** n8n's store of processed keys for one test file, empty before each test. */
export function useProcessedStore(): () => ProcessedStore {
	beforeAll(async () => void (await openProcessedStore()));
	beforeEach(() => store!.clear());
	return () => store!;
}
