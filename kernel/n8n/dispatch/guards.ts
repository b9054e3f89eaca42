import type { INodeProperties } from 'n8n-workflow';
import pLimit from 'p-limit';

import type { JsonObject } from '../../http/endpoint';
import { RequestError } from '../../http/requestError';
import { dryRun, failure, skipped, type Outcome } from '../../delivery/outcome';
import { createPacer, type Pacer } from '../../delivery/pace';
import { InputError } from '../../input/inputError';
import type { Client } from '../run/client';
import type { RunContext } from '../run/operation';
import { sleepUnlessStopped } from '../run/sleep';
import { valuesReader } from '../run/values';
import { canKeepKeys, openClaims, type Claims } from './idempotencyKeys';
import {
	historySizeField,
	idempotencyKeyField,
	safeguardsField,
	safeguardsProperty,
	type SafeguardValues,
} from './guardFields';

/** What an operation whose requests must not be made twice brings to its safeguards. */
export interface SafeguardedWork {
	/** What idempotency keys are for; the same key for another subject is another key. */
	subject: string;
	/** What tells a request apart for its owner, e.g. the recipient. */
	identify(body: JsonObject): JsonObject;
	/** Only for requests that text people. */
	texts?: {
		/** What a dry run shows of a text, besides whom it would go to. */
		preview(body: JsonObject): JsonObject;
		/** For each body whether its recipient has opted out, or why that could not be found out. */
		findOptedOut(client: Client, bodies: readonly JsonObject[]): Promise<Array<boolean | Error>>;
	};
}

/** A request that is ready to be made, as far as safeguards look at it. */
export interface Guarded {
	itemIndex: number;
	/** The body, or the record of a batch. */
	content: JsonObject;
}

/** The safeguards that the user has set, for one run of the node. */
export interface Safeguards {
	/** Requests under way at once, where the user set a number. */
	readonly parallelRequests: number | undefined;
	/** Records that may travel in one request without passing the pace. */
	readonly maxRecords: number;
	/** Whether items have an idempotency key. */
	readonly keyed: boolean;
	/** Whether a request is made again after a lost answer, although that may do its work twice. */
	readonly atLeastOnce: boolean;
	/** Reads the safeguards of one item. @throws InputError */
	read(itemIndex: number): void;
	/** Outcomes of items that are not sent at all: opted out, a key given twice, dry run. */
	holdBack(requests: readonly Guarded[]): Promise<Map<number, Outcome>>;
	/**
	 * Asks right before a request whether it may be made, and waits for the pace.
	 *
	 * @returns outcomes of those that may not
	 * @throws RequestError when nothing may be sent: stopped, or the keys cannot be recorded
	 */
	admit(requests: readonly Guarded[]): Promise<Map<number, Outcome>>;
	/** Tells what came of admitted requests: keys of what was certainly not done are free again. */
	settle(requests: readonly Guarded[], outcomeOf: (itemIndex: number) => Outcome): Promise<void>;
	/** Ends the run. */
	close(): Promise<void>;
}

/** The parameter through which users set safeguards; none where there is nothing to guard. */
export function safeguardProperties(
	work: SafeguardedWork | undefined,
	oneByOne: boolean,
): INodeProperties[] {
	if (work === undefined) return [];
	return [safeguardsProperty({ texts: work.texts !== undefined, oneByOne })];
}

const NONE: Safeguards = {
	parallelRequests: undefined,
	maxRecords: Infinity,
	keyed: false,
	atLeastOnce: false,
	read: () => {},
	holdBack: async () => new Map(),
	admit: async () => new Map(),
	settle: async () => {},
	close: async () => {},
};

/** The safeguards of one run of the node. @throws InputError */
export function openSafeguards(run: RunContext, work: SafeguardedWork | undefined): Safeguards {
	if (work === undefined || run.items.length === 0) return NONE;
	const safeguardsOf = valuesReader(run, [safeguardsField]);
	const valuesOf = (itemIndex: number) => safeguardsOf(itemIndex).safeguards;

	const forAll = valuesOf(0);
	const pacer = pacerOf(forAll);
	const keys = new Map<number, string>();
	const firstWithKey = new Map<string, number>();
	const dry = new Set<number>();
	const wary = new Set<number>();
	const inTurn = pLimit(1);
	let claims: Claims | undefined;

	const takeKeys = async (requests: readonly Guarded[]): Promise<Map<number, Outcome>> => {
		const keyed = requests.filter(({ itemIndex }) => keys.has(itemIndex));
		if (keyed.length === 0) return new Map();
		claims ??= openClaims(run.context, {
			subject: work.subject,
			scope: forAll.idempotencyScope === 'workflow' ? 'workflow' : 'node',
			historySize: historySizeOf(forAll),
		});
		const taken = await claims.take(keyed.map(({ itemIndex }) => keys.get(itemIndex)!));
		const reason = work.texts ? 'already_sent' : 'already_done';
		return new Map(
			keyed
				.filter(({ itemIndex }) => taken.has(keys.get(itemIndex)!))
				.map(({ itemIndex, content }) => [
					itemIndex,
					skipped({ reason, ...work.identify(content) }),
				]),
		);
	};

	const findOptedOut = async (requests: readonly Guarded[]): Promise<Map<number, Outcome>> => {
		const found = new Map<number, Outcome>();
		const asked = requests.filter(({ itemIndex }) => wary.has(itemIndex));
		if (work.texts === undefined || asked.length === 0) return found;
		const bodies = asked.map(({ content }) => content);
		const answers = await work.texts.findOptedOut(await run.client(), bodies);
		asked.forEach(({ itemIndex, content }, index) => {
			const answer = answers[index];
			const facts = work.identify(content);
			if (answer instanceof Error) found.set(itemIndex, failure(unread(answer), facts));
			else if (answer) found.set(itemIndex, skipped({ reason: 'opted_out', ...facts }));
		});
		return found;
	};

	return {
		parallelRequests: forAll.parallelRequests,
		maxRecords: pacer?.maxRecords ?? Infinity,
		keyed: 'idempotencyKey' in forAll,
		atLeastOnce: forAll.ifOutcomeIsUnknown === 'tryAgain',

		read(itemIndex) {
			const values = valuesOf(itemIndex);
			if (values.dryRun) dry.add(itemIndex);
			if (values.skipOptedOut) wary.add(itemIndex);
			if (!('idempotencyKey' in values)) return;
			const key = values.idempotencyKey?.trim();
			const { displayName } = idempotencyKeyField.property;
			if (!canKeepKeys(run.context)) {
				throw new InputError(
					displayName,
					'no_key_store',
					'needs a newer n8n: this one keeps no keys',
				);
			}
			if (key === undefined) {
				throw new InputError(displayName, 'missing_idempotency_key', 'is empty');
			}
			keys.set(itemIndex, key);
			if (!firstWithKey.has(key)) firstWithKey.set(key, itemIndex);
		},

		async holdBack(requests) {
			checkHistorySize(firstWithKey.size, historySizeOf(forAll));
			const held = await findOptedOut(requests);
			for (const { itemIndex, content } of requests) {
				if (held.has(itemIndex)) continue;
				const facts = work.identify(content);
				const first = firstWithKey.get(keys.get(itemIndex) ?? '') ?? itemIndex;
				if (first !== itemIndex) {
					held.set(itemIndex, skipped({ reason: 'same_key', sameKeyAsItem: first, ...facts }));
				} else if (dry.has(itemIndex)) {
					const preview = work.texts?.preview(content);
					held.set(itemIndex, dryRun({ ...facts, ...preview }));
				}
			}
			return held;
		},

		async admit(requests) {
			if (pacer === undefined) return await takeKeys(requests);
			return await inTurn(async () => {
				// Keys are taken after the wait: a crash meanwhile must not leave texts behind as sent.
				await waitFor(pacer, run.context.getExecutionCancelSignal());
				const refused = await takeKeys(requests);
				pacer.spend(requests.length - refused.size);
				return refused;
			});
		},

		async settle(requests, outcomeOf) {
			const free = requests.filter(({ itemIndex }) => {
				const outcome = outcomeOf(itemIndex);
				return !outcome.ok && (outcome.status === 'rejected' || this.atLeastOnce);
			});
			await claims?.release(free.flatMap(({ itemIndex }) => keys.get(itemIndex) ?? []));
		},

		async close() {
			await claims?.confirm();
		},
	};
}

/** The slower of the paces that are set, and the texts it lets go at once. */
function pacerOf(values: SafeguardValues): (Pacer & { maxRecords: number }) | undefined {
	const paces = [
		{ count: values.textsPerMinute, per: 60_000 },
		{ count: values.textsPerSecond, per: 1_000 },
	].flatMap(({ count, per }) => (count === undefined ? [] : [{ count, per }]));
	if (paces.length === 0) return undefined;
	const slowest = paces.reduce((one, other) =>
		one.count / one.per <= other.count / other.per ? one : other,
	);
	return { ...createPacer(slowest, Date.now), maxRecords: slowest.count };
}

/** Nobody may know what became of the look-up; of the text it is known that it was not sent. */
function unread(error: Error): Error {
	if (!(error instanceof RequestError) || error.kind !== 'unknown') return error;
	return new RequestError(`The opt-outs could not be looked up: ${error.message}`, {
		kind: 'refused',
		code: 'opt_outs_not_read',
	});
}

async function waitFor(pacer: Pacer, stop: AbortSignal | undefined): Promise<void> {
	if (await sleepUnlessStopped(pacer.delay(), stop)) return;
	throw new RequestError('The execution was stopped before this was sent', {
		kind: 'refused',
		code: 'cancelled',
	});
}

function historySizeOf({ idempotencyHistorySize }: SafeguardValues): number {
	return idempotencyHistorySize ?? Number(historySizeField.property.default);
}

function checkHistorySize(keys: number, size: number): void {
	if (keys <= size) return;
	throw new InputError(
		historySizeField.property.displayName,
		'history_too_small',
		`is ${size.toLocaleString('en')}, but this run has ${keys.toLocaleString('en')} keys`,
	);
}
