import type { DeduplicationScope, IExecuteFunctions } from 'n8n-workflow';
import pLimit from 'p-limit';

import { RequestError } from '../../http/requestError';
import { sleepUnlessStopped } from '../run/sleep';

/** Keys that this node has taken in n8n's own store, which outlives executions and crashes. */
export interface Claims {
	/**
	 * Takes keys for good.
	 *
	 * @returns those of them that were taken before
	 * @throws RequestError when the store does not work: then nothing may be sent
	 */
	take(keys: readonly string[]): Promise<Set<string>>;
	/** Gives keys back: what they stand for was certainly not done. */
	release(keys: readonly string[]): Promise<void>;
	/** Looks whether the kept keys are still there, and writes again what another process overwrote. */
	confirm(): Promise<void>;
}

/** n8n's store reads, changes and writes one list without a lock: one call at a time. */
const store = pLimit(1);

/** Milliseconds after which the store's list holds what was written, whoever else writes it. */
const SETTLING = 200;

/** How often to look for keys that keep getting lost. */
const CONFIRMATIONS = 6;

/** Keys as a user sees them live in the same list as those of other nodes. */
const PREFIX = 'trackly';

interface ClaimSettings {
	/** What the keys are for; the same key for something else is another key. */
	subject: string;
	scope: DeduplicationScope;
	/** Keys that the store remembers; the oldest are forgotten first. */
	historySize: number;
}

/** Whether this n8n has the store; without it a key would protect from nothing. */
export function canKeepKeys({ helpers }: IExecuteFunctions): boolean {
	return 'checkProcessedAndRecord' in helpers && 'removeProcessed' in helpers;
}

/** The claims of one run of the node. Calls that come while the store is busy travel together. */
export function openClaims(
	context: IExecuteFunctions,
	{ subject, scope, historySize }: ClaimSettings,
): Claims {
	const { helpers } = context;
	const options = { mode: 'entries', maxEntries: historySize } as const;
	const entryOf = (key: string) => `${PREFIX}:${subject}:${key}`;
	const kept = new Set<string>();
	let waiting: string[] = [];
	let round: Promise<Set<string>> | undefined;

	const record = async (keys: readonly string[]): Promise<Set<string>> => {
		try {
			const { processed } = await helpers.checkProcessedAndRecord(
				keys.map(entryOf),
				scope,
				options,
			);
			const known = new Set(processed);
			return new Set(keys.filter((key) => known.has(entryOf(key))));
		} catch (error) {
			throw storeFailure(context, error);
		}
	};

	/** What was sent is sent, so that a store that fails now must not fail the node. */
	const warn = (error: unknown) => {
		context.logger.warn(
			`Idempotency keys of "${context.getNode().name}" could not be written: ${messageOf(error)}`,
		);
	};

	/** One call for all keys that wait for the store. */
	const takeWaiting = async () => {
		round = undefined;
		const keys = waiting;
		waiting = [];
		return await record(keys);
	};

	return {
		async take(keys) {
			waiting.push(...keys);
			const known = await (round ??= store(takeWaiting));
			const takenBefore = keys.filter((key) => known.has(key));
			for (const key of keys) if (!known.has(key)) kept.add(key);
			return new Set(takenBefore);
		},
		async release(keys) {
			if (keys.length === 0) return;
			for (const key of keys) kept.delete(key);
			await store(
				async () => await helpers.removeProcessed(keys.map(entryOf), scope, options),
			).catch(warn);
		},
		async confirm() {
			if (kept.size === 0) return;
			for (let round = 0; round < CONFIRMATIONS; round++) {
				// By then another process that read the list before we wrote has written it back.
				await sleepUnlessStopped(SETTLING * (1 + Math.random()), undefined);
				const found = await store(async () => await record([...kept])).catch(warn);
				if (found === undefined || found.size === kept.size) return;
			}
		},
	};
}

function storeFailure(context: IExecuteFunctions, error: unknown): RequestError {
	const text =
		context.getWorkflow().id === undefined
			? 'an Idempotency Key needs a workflow that is saved'
			: messageOf(error);
	// In its effect the same as no connection: nothing was sent, nothing further can be.
	return new RequestError(`The Idempotency Key could not be recorded: ${text}`, {
		kind: 'unreachable',
		code: 'key_store_failed',
	});
}

function messageOf(error: unknown): string {
	return error instanceof Error ? error.message : String(error);
}
