import { failure, success, type Outcome, type Success } from '../../delivery/outcome';
import { isFromEarlierTry } from '../../delivery/ledger';
import type { ApiRequest, JsonObject } from '../../http/endpoint';
import { RequestError, toError } from '../../http/requestError';
import { judge, objectOf } from '../../http/response';
import type { Field, ValuesOf } from '../fields/field';
import type { Operation, RunContext } from '../run/operation';
import { readValues } from '../run/values';

/** What follows an operation. */
export interface FollowingStep<Fields extends readonly Field[]> {
	/** Fields of the first operation that the step goes by. */
	fields: Fields;
	/** An idempotent request, by what the first one returned; nothing for an item that wants none. */
	request(values: ValuesOf<Fields>, done: JsonObject): ApiRequest | undefined;
	/** What the item outputs then. */
	output(body: JsonObject, done: JsonObject): JsonObject;
	/** What is done where the step fails, e.g. "copied as prj_1"; users may see nothing else of it. */
	describe(done: JsonObject): string;
}

/**
 * The kind that makes one request and then a second one with what came of the first. A second one that
 * fails is an error of its item that shows what is done; a further try of the run repeats that one
 * alone, because the first is in the execution's ledger.
 */
export function andThen<const Fields extends readonly Field[]>(
	first: Operation,
	step: FollowingStep<Fields>,
): Operation {
	return {
		...first,
		async run(run) {
			const outcomes = await first.run(run);
			let end: Error | undefined;
			for (const [itemIndex, outcome] of outcomes.entries()) {
				const isDone = outcome.ok && outcome.leftOut === undefined;
				if (isDone) outcomes[itemIndex] = await takeStep(run, step, itemIndex, outcome, end);
				const after = outcomes[itemIndex];
				if (after.ok || isFromEarlierTry(after)) continue;
				const isFatal = after.cause instanceof RequestError && after.cause.fatal;
				if (run.stopOnError || isFatal) end ??= after.cause;
			}
			return outcomes;
		},
	};
}

/** @param end what ended the run before: no step is taken any more */
async function takeStep<Fields extends readonly Field[]>(
	run: RunContext,
	{ fields, request, output, describe }: FollowingStep<Fields>,
	itemIndex: number,
	first: Success,
	end: Error | undefined,
): Promise<Outcome> {
	const [done = {}] = first.items;
	try {
		const asked = request(readValues(run, fields, itemIndex), done);
		if (asked === undefined) return first;
		if (end !== undefined) throw end;
		const client = await run.client();
		const response = await client.request(asked);
		const refusal = judge(response, client.profile, true);
		if (refusal !== undefined) throw refusal;
		return success([output(objectOf(response, client.profile), done)]);
	} catch (error) {
		return failure(halfDone(toError(error), describe(done)), { done });
	}
}

/** A refused second step must not look as if nothing was done. */
function halfDone(error: Error, done: string): RequestError {
	const { kind, code, status, fatal } = error as Partial<RequestError>;
	return new RequestError(`It was ${done}, but the step after it failed: ${error.message}`, {
		kind: kind ?? 'refused',
		code: code ?? 'second_step_failed',
		status,
		fatal,
	});
}
