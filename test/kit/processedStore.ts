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
	/** One row a context, with a unique key. */
	readonly lists = new Map<string, readonly string[]>();

	/** Calls so far. */
	calls = 0;

	/** Set to make every call fail. */
	broken = false;

	/** What happens between a call and the database, before each reading and each writing. */
	turn: (context: ICheckProcessedContextData) => Promise<unknown> = async () =>
		await new Promise(setImmediate);

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
		{ mode, maxEntries }: ICheckProcessedOptions,
	) {
		const after = await this.enter('checkProcessedAndRecord');
		const list = await this.load(scope, context);
		const isKnown = (item: DeduplicationItemTypes) =>
			mode === 'entries'
				? known.has(String(item))
				: list !== undefined && Number(item) <= Number(list[0]);
		const known = new Set(list);
		const fresh = items.filter((item) => !isKnown(item));
		const changed =
			mode === 'entries'
				? [...(list ?? []), ...fresh.map(String)].slice(-(maxEntries ?? Infinity))
				: [...(list ?? []), ...fresh.map(String)].slice(-1);
		await this.save(scope, context, list === undefined, changed);
		after();
		return { new: fresh, processed: items.filter(isKnown) };
	}

	async removeProcessed(
		items: DeduplicationItemTypes[],
		scope: DeduplicationScope,
		context: ICheckProcessedContextData,
	) {
		const after = await this.enter('removeProcessed');
		const list = await this.load(scope, context);
		const gone = new Set(items);
		if (list !== undefined) {
			const left = list.filter((item) => !gone.has(item));
			await this.save(scope, context, false, left);
		}
		after();
	}

	async clearAllProcessedItems(scope: DeduplicationScope, context: ICheckProcessedContextData) {
		const after = await this.enter('clearAllProcessedItems');
		await this.turn(context);
		this.lists.delete(nameOf(scope, context));
		after();
	}

	async getProcessedDataCount(scope: DeduplicationScope, context: ICheckProcessedContextData) {
		const after = await this.enter('getProcessedDataCount');
		const list = await this.load(scope, context);
		after();
		return list?.length ?? 0;
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
		await this.turn(context);
		return this.lists.get(nameOf(scope, context));
	}

	/** An INSERT fails where the row is there meanwhile; an UPDATE makes no row. */
	private async save(
		scope: DeduplicationScope,
		context: ICheckProcessedContextData,
		isNew: boolean,
		list: string[],
	) {
		await this.turn(context);
		const name = nameOf(scope, context);
		const isThere = this.lists.has(name);
		if (isNew && isThere) throw new Error('SQLITE_CONSTRAINT: UNIQUE constraint failed');
		if (isNew || isThere) this.lists.set(name, list);
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
