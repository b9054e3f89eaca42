import pLimit from 'p-limit';

import { isFromEarlierTry } from '../../delivery/ledger';
import { failure, success, type Outcome } from '../../delivery/outcome';
import { PollShare } from '../../delivery/pollShare';
import type { ApiRequest, JsonObject } from '../../http/endpoint';
import { RequestError, toError } from '../../http/requestError';
import { objectOf } from '../../http/response';
import type { Field, ValuesOf } from '../fields/field';
import type { Client, Operation, RunContext } from '../run/operation';
import { sleepUnlessStopped } from '../run/sleep';
import { readValues } from '../run/values';
import { pauseAfter, type JobState, type OpenJob } from './openJob';
import { shapeOf, type Simplified } from './simplify';
import { waitFields } from './waitFields';

/** What an operation that waits for a job says of it. */
export interface JobDefinition<Fields extends readonly Field[]> {
	/** Fields of the starting operation that say what to wait for. */
	fields: Fields;
	/**
	 * How to read the state of what one item waits for, from an output; nothing for an item that does not
	 * wait.
	 */
	stateFor(values: ValuesOf<Fields>): ((output: JsonObject) => JobState) | undefined;
	/** The request that shows how far a job is, by what its start returned. */
	poll(started: JsonObject): ApiRequest;
	/** What an item outputs of a response to it; the response as it came unless given. */
	output?(body: JsonObject, started: JsonObject): JsonObject;
	/** What a simplified output is: the same as for the starting operation. */
	simplify?: Simplified;
	/** What a failed item shows of the job: its id. */
	identify(started: JsonObject): JsonObject;
	/** How long an item waits; `waitFields` unless given. */
	wait?: typeof waitFields;
	/** What failures say of the job; that it was started unless given. */
	words?: JobWords;
}

/** How failures begin, e.g. `It was started, but it`. */
export interface JobWords {
	/** Before `was not ready within Maximum Wait` and `failed`. */
	it: string;
	/** Before `how far it is could not be read`, and that the execution was stopped; ends with a space. */
	but: string;
}

const STARTED: JobWords = { it: 'It was started, but it', but: 'It was started, but ' };

/** Requests under way at the same time. */
const WIDTH = 4;

/**
 * The kind that starts a job of the API and waits until it is done. All items are started first, each by
 * the one dispatcher; then one loop asks for those that are still open. What a start returned is in the
 * execution's ledger, so a further try of the run keeps waiting and starts nothing again.
 *
 * @param starting makes the requests that start jobs, or reads where they are; its fields hold those of
 *   `definition` and `waitFields`, so that they are checked before anything starts
 */
export function job<const Fields extends readonly Field[]>(
	starting: Operation,
	definition: JobDefinition<Fields>,
): Operation {
	return {
		...starting,
		async run(run) {
			const outcomes = await starting.run(run);
			// The run fails anyway, and a further try waits for what was started.
			if (run.stopOnError && outcomes.some(isNews)) return outcomes;
			const open = outcomes.flatMap(
				(outcome, itemIndex) => openJobOf(run, definition, outcome, itemIndex) ?? [],
			);
			const ended = await waitForAll(run, definition, open);
			return outcomes.map((outcome, itemIndex) => ended.get(itemIndex) ?? outcome);
		},
	};
}

function openJobOf<Fields extends readonly Field[]>(
	run: RunContext,
	definition: JobDefinition<Fields>,
	outcome: Outcome,
	itemIndex: number,
): OpenJob | undefined {
	const started = outcome.ok && outcome.leftOut === undefined ? outcome.items[0] : undefined;
	if (started === undefined) return undefined;
	const values = readValues(
		run,
		[...definition.fields, ...(definition.wait ?? waitFields)],
		itemIndex,
	);
	const stateOf = definition.stateFor(values as ValuesOf<Fields>);
	if (stateOf === undefined) return undefined;
	const { maximumWait, ifNotReady } = values as ValuesOf<typeof waitFields>;
	const now = Date.now();
	const until = now + maximumWait * 60_000;
	const pause = pauseAfter(undefined);
	const first = now + Math.max(pause, stateOf(started).estimate ?? 0);
	return {
		itemIndex,
		started,
		latest: started,
		stateOf,
		shape: shapeOf(run, definition.simplify, itemIndex),
		fails: ifNotReady === 'fail',
		until,
		pause,
		nextAt: Math.min(first, until),
	};
}

/** @returns an outcome for each of them */
async function waitForAll<Fields extends readonly Field[]>(
	run: RunContext,
	definition: JobDefinition<Fields>,
	jobs: readonly OpenJob[],
): Promise<Map<number, Outcome>> {
	const ended = new Map<number, Outcome>();
	const stop = run.context.getExecutionCancelSignal?.();
	const share = new PollShare();
	const limit = pLimit(WIDTH);
	let end: Error | undefined;
	const conclude = (open: OpenJob, outcome: Outcome) => {
		ended.set(open.itemIndex, outcome);
		if (!outcome.ok && run.stopOnError) end ??= outcome.cause;
		run.progress.tell(ended.size, jobs.length);
	};
	for (const open of jobs) judge(definition, open, (outcome) => conclude(open, outcome));

	const ask = async (client: Client, open: OpenJob) => {
		if (end !== undefined || stop?.aborted) return;
		const now = Date.now();
		const delay = share.delay(client.rate?.(), now);
		if (delay > 0) return void (open.nextAt = Math.min(open.until, now + delay));
		share.spend();
		try {
			const patience = AbortSignal.timeout(Math.max(1_000, open.until - now));
			const request = definition.poll(open.started);
			const answered = objectOf(await client.request(request, { end: patience }), client.profile);
			const found = definition.output?.(answered, open.started) ?? answered;
			open.latest = { ...open.started, ...open.shape(found) };
			judge(definition, open, (outcome) => conclude(open, outcome));
		} catch (error) {
			const reason = toError(error);
			// No news is no end: the job continues, and the next turn asks again.
			if (isNoNews(reason)) return;
			const unread = notRead(reason, wordsOf(definition));
			conclude(open, failure(unread, definition.identify(open.started)));
			if (reason instanceof RequestError && reason.fatal) end ??= unread;
		} finally {
			open.pause = pauseAfter(open.pause);
			open.nextAt = Math.min(open.until, Date.now() + open.pause);
		}
	};

	for (;;) {
		const waiting = jobs.filter(({ itemIndex }) => !ended.has(itemIndex));
		if (waiting.length === 0) return ended;
		if (end !== undefined || stop?.aborted) {
			const reason = end ?? stopped(wordsOf(definition));
			for (const open of waiting) conclude(open, leftOpen(run, definition, open, reason));
			return ended;
		}
		const now = Date.now();
		const due = waiting.filter(({ nextAt }) => nextAt <= now);
		if (due.length === 0) {
			const next = waiting.reduce((least, { nextAt }) => Math.min(least, nextAt), Infinity);
			await sleepUnlessStopped(next - now, stop);
			continue;
		}
		const client = await run.client();
		await Promise.all(due.map((open) => limit(async () => await ask(client, open))));
		for (const open of due) {
			const isOver = now >= open.until && !ended.has(open.itemIndex) && !stop?.aborted;
			if (isOver) conclude(open, notReadyInTime(definition, open));
		}
	}
}

/** A failure of this try. */
function isNews(outcome: Outcome): boolean {
	return !outcome.ok && !isFromEarlierTry(outcome);
}

/** Concludes a job whose latest output says that it is over. */
function judge<Fields extends readonly Field[]>(
	definition: JobDefinition<Fields>,
	{ latest, started, stateOf }: OpenJob,
	conclude: (outcome: Outcome) => void,
): void {
	const { is, reason } = stateOf(latest);
	if (is === 'ready') conclude(success([{ ...latest, ready: true }]));
	if (is === 'failed') {
		const because = reason === undefined ? '' : `: ${reason}`;
		const text = `${wordsOf(definition).it} failed${because}`;
		const error = new RequestError(text, { kind: 'refused', code: 'job_failed' });
		conclude(failure(error, definition.identify(started)));
	}
}

function notReadyInTime<Fields extends readonly Field[]>(
	definition: JobDefinition<Fields>,
	{ latest, started, fails }: OpenJob,
): Outcome {
	if (!fails) return success([{ ...latest, ready: false }]);
	const text = `${wordsOf(definition).it} was not ready within Maximum Wait`;
	const error = new RequestError(text, { kind: 'refused', code: 'not_ready_in_time' });
	return failure(error, { ...definition.identify(started), ready: false });
}

/** A job that continues although nobody waits for it any more. */
function leftOpen<Fields extends readonly Field[]>(
	run: RunContext,
	{ identify }: JobDefinition<Fields>,
	{ latest, started }: OpenJob,
	reason: Error,
): Outcome {
	const isItsOwn = !run.stopOnError || (reason instanceof RequestError && reason.fatal);
	return isItsOwn
		? failure(reason, { ...identify(started), ready: false })
		: success([{ ...latest, ready: false }]);
}

function isNoNews(error: Error): boolean {
	if (!(error instanceof RequestError) || error.fatal) return false;
	return error.kind === 'unknown' || error.status === 429 || error.code === 'rate_limit_used_up';
}

function wordsOf<Fields extends readonly Field[]>({ words }: JobDefinition<Fields>): JobWords {
	return words ?? STARTED;
}

function notRead(error: Error, { but }: JobWords): RequestError {
	const text = sentence(`${but}how far it is could not be read: ${error.message}`);
	const { code, status, fatal = true } = error as Partial<RequestError>;
	return new RequestError(text, { kind: 'refused', code: code ?? 'job_not_read', status, fatal });
}

function stopped({ but }: JobWords): RequestError {
	const text = sentence(`${but}the execution was stopped before it was ready`);
	return new RequestError(text, { kind: 'refused', code: 'cancelled', fatal: true });
}

function sentence(text: string): string {
	return `${text[0].toUpperCase()}${text.slice(1)}`;
}
