import { NodeOperationError } from 'n8n-workflow';
import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { isFromEarlierTry } from '../../delivery/ledger';
import {
	countOutcomes,
	type Failure,
	type Outcome,
	type OutcomeCounts,
} from '../../delivery/outcome';
import type { JsonObject } from '../../http/endpoint';
import { redact } from '../../http/redact';
import { RequestError } from '../../http/requestError';
import { adviceFor, toNodeError, type Adviser } from './nodeErrors';
import { notesOf, type RunNotes } from './notes';
import type { Operation } from './operation';
import type { Progress } from './progress';

/** How the node's On Error setting treats failed items. */
export type ErrorMode = 'stop' | 'continue' | 'errorOutput';

/** n8n's name for the node as a tool of an AI agent; `HitlTool` is the one that asks a person. */
const TOOL_TYPE = /(?<!Hitl)Tool$/;

/**
 * The node's On Error setting. As an AI agent's tool it always continues: n8n passes the agent nothing
 * of an error, but all of an item.
 */
export function errorModeOf(context: IExecuteFunctions): ErrorMode {
	if (TOOL_TYPE.test(context.getNode().type)) return 'continue';
	if (!context.continueOnFail()) return 'stop';
	return context.getNode().onError === 'continueErrorOutput' ? 'errorOutput' : 'continue';
}

/**
 * Turns outcomes into the node's output, paired with their input items.
 *
 * A failed item never carries a field named `error` in its data: n8n takes such a field in the
 * first item for a failed node and, with Retry On Fail, runs every item again.
 *
 * @throws NodeApiError | NodeOperationError for the first failed item where failures are not items
 */
export function toOutput(
	context: IExecuteFunctions,
	operation: Operation | undefined,
	outcomes: readonly Outcome[],
	adviser: Adviser,
	progress: Progress,
): INodeExecutionData[] {
	const mode = errorModeOf(context);
	if (mode === 'stop') throwIfFailed(context, operation, outcomes, adviser);

	const node = context.getNode();
	const output: INodeExecutionData[] = [];
	outcomes.forEach((outcome, place) => {
		const item = outcome.item ?? place;
		if (outcome.ok) {
			outcome.items.forEach((json, number) => {
				const binary = number === 0 ? (outcome.files as INodeExecutionData['binary']) : undefined;
				output.push({ json: goodItem(json), pairedItem: { item }, ...(binary && { binary }) });
			});
			return;
		}
		const json = failureItem(outcome, adviser);
		// The engine sends items that carry an error to the error output.
		const error = mode === 'errorOutput' ? toNodeError(node, outcome, adviser, item) : undefined;
		output.push({ json, pairedItem: { item }, ...(error && { error }) });
	});
	const counts = countOutcomes(outcomes);
	const summary = describeCounts(counts, outcomes, operation);
	showHint(context, counts, summary, notesOf(outcomes), progress.pace(output.length));
	return output;
}

/** Field of a failed item that says what to do. */
const ADVICE_FIELD = 'what_to_do';

/** Where the value of a field `error` stays, if it says anything. */
const RESPONSE_ERROR = 'response_error';

/** n8n takes a field `error` in the first item for a failed node, whatever it holds. */
function goodItem(json: JsonObject): INodeExecutionData['json'] {
	if (!('error' in json)) return json as INodeExecutionData['json'];
	const { error, ...rest } = json;
	return (error ? { ...rest, [RESPONSE_ERROR]: error } : rest) as INodeExecutionData['json'];
}

function isDoneOrInDoubt(outcome: Outcome): boolean {
	return outcome.ok || outcome.status === 'unknown';
}

function failureItem(outcome: Failure, adviser: Adviser): INodeExecutionData['json'] {
	const { status, code, message, details } = outcome;
	return {
		status,
		code,
		message: redact(message, adviser.secrets),
		[ADVICE_FIELD]: adviceFor(outcome, adviser),
		...details,
	};
}

function throwIfFailed(
	context: IExecuteFunctions,
	operation: Operation | undefined,
	outcomes: readonly Outcome[],
	adviser: Adviser,
): void {
	const wholeItem = outcomes.findIndex(
		(each) => isCauseOfFailure(each) && (each.item === undefined || each.whole === true),
	);
	const isItems =
		operation?.failuresAreItems === 'parts' ? wholeItem === -1 : operation?.failuresAreItems;
	const place = isItems === true ? outcomes.findIndex(isCauseOfFailure) : wholeItem;
	if (place === -1) return;
	const failed = outcomes[place] as Failure;
	const failedIndex = failed.item ?? place;
	const counts = countOutcomes(outcomes);
	if (isItems !== true) {
		const error = toNodeError(context.getNode(), failed, adviser, failedIndex);
		if (counts.done > 0) {
			error.description = [error.description, `${describeCounts(counts, outcomes, operation)}.`]
				.filter(Boolean)
				.join(' ');
		}
		throw error;
	}
	// Where nothing got through and nothing further would, the node failed, not its items.
	if (
		failed.cause instanceof RequestError &&
		failed.cause.fatal &&
		!outcomes.some(isDoneOrInDoubt)
	) {
		throw toNodeError(context.getNode(), failed, adviser);
	}
	if (context.getNodeParameter('options.ifRecordsAreRejected', 0, 'returnAsItems') !== 'fail')
		return;
	throw new NodeOperationError(context.getNode(), describeCounts(counts, outcomes, operation), {
		description: `First error: ${toNodeError(context.getNode(), failed, adviser, failedIndex).message}`,
		itemIndex: failedIndex,
	});
}

/**
 * Items that were never tried failed because of another one; that one is the news. What an earlier
 * try already failed with must not fail every further one.
 */
function isCauseOfFailure(outcome: Outcome): boolean {
	return !outcome.ok && !wasNotTried(outcome.cause) && !isFromEarlierTry(outcome);
}

function wasNotTried(cause: Error): boolean {
	return cause instanceof RequestError && cause.code === 'not_sent';
}

/** @param pace duration and speed of a run that was long */
function showHint(
	context: IExecuteFunctions,
	counts: OutcomeCounts,
	summary: string,
	notes: RunNotes,
	pace: string | undefined,
): void {
	const failed = counts.rejected + counts.notSent + counts.unknown;
	const sentences = [pace === undefined ? summary : `${summary} (${pace})`, ...notes.sentences];
	if (failed > 0) {
		sentences.push(`The ${ADVICE_FIELD} column says how to fix each`);
	} else if (counts.skipped > 0) {
		sentences.push('The reason column says why items were skipped');
	} else if (counts.dryRun === 0 && pace === undefined && notes.sentences.length === 0) {
		return;
	}
	// An n8n without hints shows none; the items say the same.
	context.addExecutionHints?.({
		message: sentences.map((sentence) => `${sentence}.`).join(' '),
		type: failed > 0 || notes.warn ? 'warning' : 'info',
		location: 'outputPane',
	});
}

/** What the items of a run ended in: "1 queued, 2 rejected", "Dry run, nothing sent: 1 ready, 1 skipped". */
function describeCounts(
	{ done, skipped, dryRun, rejected, notSent, unknown }: OutcomeCounts,
	outcomes: readonly Outcome[],
	operation: Operation | undefined,
): string {
	const parts: Array<readonly [count: number, words: string]> = [
		...doneInWords(outcomes, operation),
		[dryRun, 'ready'],
		[skipped, 'skipped'],
		[rejected, 'rejected'],
		[notSent, 'not sent'],
		[unknown, 'with an unknown outcome'],
	];
	const counts = parts.filter(([count]) => count > 0);
	const text = counts.map(([count, words]) => `${count.toLocaleString('en')} ${words}`).join(', ');
	if (dryRun > 0 && done === 0) return `Dry run, nothing sent: ${text}`;
	return text === '' ? 'No items' : text;
}

/** The statuses of items that were done, where an operation has them: "2 queued, 1 held". */
function doneInWords(
	outcomes: readonly Outcome[],
	operation: Operation | undefined,
): ReadonlyArray<readonly [count: number, words: string]> {
	const counts = new Map<string, number>();
	for (const outcome of outcomes) {
		if (!outcome.ok || outcome.leftOut !== undefined) continue;
		const status = operation?.reportsStatus === true ? outcome.items[0]?.status : undefined;
		const words = typeof status === 'string' ? status.replaceAll('_', ' ') : 'done';
		counts.set(words, (counts.get(words) ?? 0) + 1);
	}
	return [...counts].map(([words, count]) => [count, words] as const);
}
