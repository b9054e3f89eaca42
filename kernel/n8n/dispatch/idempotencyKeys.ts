import type { IExecuteFunctions } from 'n8n-workflow';
import pLimit from 'p-limit';

import { RequestError, toError } from '../../http/requestError';
import { sleepUnlessStopped } from '../run/sleep';
import { isTakenMeanwhile, openClaims } from './claims';
import type { KeyScope } from './keyScope';
import { whileLocked } from './sharedLock';

/** Keys that this node has taken in n8n's own store, which outlives executions and crashes. */
export interface IdempotencyKeys {
	/**
	 * Takes keys permanently.
	 *
	 * @returns those of them that were taken before
	 * @throws RequestError when the store does not work: then nothing may be sent
	 */
	take(keys: readonly string[]): Promise<Set<string>>;
	/** Frees keys that this run took: what they stand for was certainly not done. */
	release(keys: readonly string[]): Promise<void>;
	/**
	 * Ends the run. Checks whether the kept keys are still there, and writes again what another process
	 * overwrote; where keys are strict, nothing can have.
	 */
	confirm(): Promise<void>;
}

/** n8n's store reads, changes and writes one list without a lock: one call at a time. */
const inTurn = pLimit(1);

/** Milliseconds after which the store's list holds what was written, whoever else writes it. */
const SETTLING = 200;

/** How often to look for keys that keep getting lost. */
const CONFIRMATIONS = 6;

/**
 * A key stands in the list under two names. n8n's list forgets what was written first and does not
 * move what is used again, so a used key is moved to its end by taking out each name in turn and
 * putting it back; meanwhile, and should n8n crash in between, the other name is there, as late in the
 * list as the last use has put it.
 */
const NAMES = ['a', 'b'] as const;

/** Sizes of a history that are told apart, as powers of two. */
const SMALLEST_SIZE = 7;
const LARGEST_SIZE = 24;

/** Names that may stand in the list besides those of the keys that count. */
const SLACK = 2 * (LARGEST_SIZE - SMALLEST_SIZE + 1);

export interface KeySettings extends KeyScope {
	/** Prefix of what the package stores. */
	id: string;
	/** What the keys are for; the same key for something else is another key. */
	subject: string;
	/** Keys that are remembered at least: of the last that were used, none is forgotten. */
	historySize: number;
	/** Keys that this run may take. Until it has ended they need room besides the others. */
	keysOfRun: number;
}

/** Whether this n8n has the store; without it a key would protect from nothing. */
export function canKeepKeys({ helpers }: IExecuteFunctions): boolean {
	return 'checkProcessedAndRecord' in helpers && 'removeProcessed' in helpers;
}

/** The keys of one run of the node. Calls that come while the store is busy travel together. */
export function openIdempotencyKeys(
	context: IExecuteFunctions,
	{ id, subject, scope, historySize, keysOfRun, strict }: KeySettings,
): IdempotencyKeys {
	const { helpers } = context;
	const nameOf = (key: string, name: (typeof NAMES)[number]) => `${id}:${subject}:${name}:${key}`;
	const kept = new Set<string>();
	let waiting: string[] = [];
	let round: Promise<Set<string>> | undefined;
	let room: Promise<number> | undefined;
	const unlocked: Array<Promise<void>> = [];
	let writtenAt = 0;

	const record = async (entries: string[], maxEntries?: number): Promise<Set<unknown>> => {
		const options = { mode: 'entries', ...(maxEntries !== undefined && { maxEntries }) } as const;
		const call = async () => await helpers.checkProcessedAndRecord(entries, scope, options);
		const { processed } = await call().catch(async (error: unknown) => {
			// Another process has made the list just then: nothing was written, and now it is there.
			if (isTakenMeanwhile(toError(error).message)) return await call();
			throw error;
		});
		writtenAt = Date.now();
		return new Set<unknown>(processed);
	};
	const remove = async (entries: string[]): Promise<void> => {
		await helpers.removeProcessed(entries, scope, { mode: 'entries' });
	};

	/** Waits until another process that read the list before the last writing has written it back. */
	const settle = async (): Promise<void> => {
		// A clock that is put back must not make it longer.
		const passed = Math.max(0, Date.now() - writtenAt);
		const pause = SETTLING * (1 + Math.random()) - passed;
		if (pause > 0) await sleepUnlessStopped(pause, undefined);
	};

	/** Notes that names are used. @returns those that were there before */
	const use = async (
		keys: readonly string[],
		name: (key: string, name: (typeof NAMES)[number]) => string,
		maxEntries?: number,
	): Promise<Set<string>> => {
		const before = await record(
			keys.flatMap((key) => NAMES.map((each) => name(key, each))),
			maxEntries,
		);
		const known = keys.filter((key) => NAMES.some((each) => before.has(name(key, each))));
		if (known.length === 0) return new Set();
		// What was there has to be moved to the end, and what is new after it where the caller has it after
		// it: the list then forgets the keys of one call in their order too. Should it fail in between, one
		// name of each key is still as fresh as this use.
		for (const each of NAMES) {
			const entries = keys.map((key) => name(key, each));
			await remove(entries);
			await record(entries, maxEntries);
		}
		return new Set(known);
	};

	/**
	 * Names that the list has room for. In one scope several nodes share the list, each with a separate
	 * history; the largest counts, so each leaves a mark of its size. A mark that is there by
	 * mistake costs room only.
	 */
	const readRoom = async (): Promise<number> => {
		if (scope === 'node') return roomFor(historySize + keysOfRun);
		const mark = (size: string, name: string) => `${id}:history:${name}:${size}`;
		const ownSize = sizeOf(historySize);
		await use([String(ownSize)], mark);
		const larger = Array.from({ length: Math.max(0, LARGEST_SIZE - ownSize) }, (_, step) =>
			String(ownSize + 1 + step),
		);
		const asked = larger.flatMap((size) => NAMES.map((name) => mark(size, name)));
		if (asked.length === 0) return roomFor(historySize + keysOfRun);
		const before = await record(asked);
		const others = asked.filter((entry) => !before.has(entry));
		if (others.length > 0) await remove(others);
		const largest = larger.filter((size) => NAMES.some((name) => before.has(mark(size, name))));
		// Nodes whose mark is the same may have any history up to its size.
		const sizes = [ownSize, ...largest.map(Number)];
		return roomFor(2 ** Math.max(...sizes) + keysOfRun);
	};

	/** One call for all keys that wait for the store. */
	const takeWaiting = async () => {
		round = undefined;
		const keys = waiting;
		waiting = [];
		try {
			return await use(keys, nameOf, await (room ??= readRoom()));
		} catch (error) {
			room = undefined;
			throw storeError(context, error);
		}
	};

	/** What was sent is sent, so that a store that fails now must not fail the node. */
	const warn = (error: unknown) => {
		context.logger.warn(
			`Could not store idempotency keys of "${context.getNode().name}": ${toError(error).message}`,
		);
	};

	/** Does what reads, changes and writes the list. */
	const exclusively = async <Result>(work: () => Promise<Result>): Promise<Result> => {
		if (!strict) return await inTurn(work);
		const owner = scope === 'node' ? context.getNode().id : '';
		const { result, released } = await whileLocked(
			`${id}:keys:${context.getWorkflow().id}:${owner}`,
			{
				claims: openClaims(context),
				stop: context.getExecutionCancelSignal?.(),
				work: async () => await inTurn(work),
				warn,
			},
		);
		unlocked.push(released);
		return result;
	};

	/** The call for all keys that wait, when its turn comes. */
	const openRound = (): Promise<Set<string>> => {
		const own = exclusively(takeWaiting).catch((error: unknown) => {
			// Its turn did not come, so that what waits for it would wait for nothing.
			if (round === own) [round, waiting] = [undefined, []];
			throw error instanceof RequestError ? error : storeError(context, error);
		});
		return own;
	};

	return {
		async take(keys) {
			waiting.push(...keys);
			const known = await (round ??= openRound());
			for (const key of keys) if (!known.has(key)) kept.add(key);
			return new Set(keys.filter((key) => known.has(key)));
		},
		async release(keys) {
			const own = keys.filter((key) => kept.delete(key));
			if (own.length === 0) return;
			const entries = own.flatMap((key) => NAMES.map((name) => nameOf(key, name)));
			await exclusively(async () => await remove(entries)).catch(warn);
		},
		async confirm() {
			await Promise.all(unlocked);
			if (kept.size === 0 || strict) return;
			const keys = [...kept];
			const nameEach = (names: readonly (typeof NAMES)[number][]) =>
				keys.flatMap((key) => names.map((name) => nameOf(key, name)));
			// A key is known by either name: the second, which is written last, is enough to see a loss.
			let entries = nameEach(NAMES.slice(-1));
			for (let check = 0; check < CONFIRMATIONS; check++) {
				await settle();
				const found = await inTurn(async () => await record(entries, await room)).catch(warn);
				if (found === undefined || found.size === entries.length) return;
				entries = nameEach(NAMES);
			}
		},
	};
}

function roomFor(keys: number): number {
	return NAMES.length * keys + SLACK;
}

/** The power of two that holds a history. */
function sizeOf(historySize: number): number {
	return Math.max(SMALLEST_SIZE, Math.ceil(Math.log2(historySize)));
}

function storeError(context: IExecuteFunctions, error: unknown): RequestError {
	const text =
		context.getWorkflow().id === undefined ? 'save the workflow first' : toError(error).message;
	// In its effect the same as no connection: nothing was sent, nothing further can be.
	return new RequestError(`The idempotency key could not be stored: ${text}`, {
		kind: 'unreachable',
		code: 'key_store_failed',
	});
}
