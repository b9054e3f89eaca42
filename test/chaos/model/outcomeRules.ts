import type { Told } from './answers';
import { readableShapes } from './lookUps';
import type { Attempt, Item } from './runScenario';
import { verdictOf, type Case, type Copy, type Verdict } from './told';

/** R1, R2, R4, R6, R8, R9: what each item may end in. */
export function outcomeViolations(given: Case): string[] {
	return given.story.attempts.flatMap((attempt) =>
		attempt.died ? [] : attemptViolations(given, attempt),
	);
}

function attemptViolations(given: Case, attempt: Attempt): string[] {
	const name = `try ${attempt.number}`;
	if (!attempt.ended) return [`${name} never ends`];
	const { onError } = given.story.scenario;
	const { outcomes, items, error } = attempt;
	const wrong: string[] = [];
	if (onError !== 'stopWorkflow' && error !== undefined) {
		wrong.push(`${name} throws although On Error is not Stop: ${error.message}`);
	}
	if (outcomes === undefined) return [...wrong, `${name} has no outcomes: ${error?.message}`];
	if (outcomes.length !== items.length || outcomes.includes(undefined as never)) {
		return [...wrong, `${name}: ${outcomes.length} outcomes for ${items.length} items`];
	}
	const verdicts = outcomes.map(verdictOf);
	items.forEach((item, place) => {
		const problem = problemOf(given, attempt, item, place, verdicts);
		if (problem === undefined) return;
		const { kind } = verdicts[place];
		wrong.push(`${name}: item ${place} (${item.uid}) is ${kind}, but ${problem}`);
	});
	return [...wrong, ...outputViolations(attempt, name)];
}

/** R1 and R8, in what n8n gets. */
function outputViolations(attempt: Attempt, name: string): string[] {
	const { output, items } = attempt;
	if (output === undefined) return [];
	const counts = items.map(() => 0);
	const wrong: string[] = [];
	for (const { json, pairedItem } of output) {
		counts[(pairedItem as { item: number }).item]++;
		if ('error' in json) wrong.push(`${name}: an item of the output has a field "error"`);
	}
	counts.forEach((count, place) => {
		if (count !== 1) wrong.push(`${name}: item ${place} has ${count} items in the output`);
	});
	return wrong;
}

function problemOf(
	given: Case,
	attempt: Attempt,
	item: Item,
	place: number,
	verdicts: readonly Verdict[],
): string | undefined {
	const copies = given.copiesIn(attempt, item);
	const verdict = verdicts[place];
	const mustStay = reasonToStay(given, item);
	if (mustStay !== undefined && copies.length > 0) return `it was sent ${mustStay}`;
	if (copies.length > 0) return contradiction(given, copies, verdict);
	switch (verdict.kind) {
		case 'done':
		case 'unknown':
			return recallProblem(given, attempt, item, verdict);
		case 'dryRun':
			return isDry(given, item) ? undefined : 'it is no dry run';
		case 'skipped':
			return skipProblem(given, attempt, item, place, verdict, verdicts);
		case 'rejected':
			return rejectionProblem(given, attempt, item, verdict.code);
		case 'notSent':
			return mayHaveEnded(given, attempt, verdicts) ? undefined : 'nothing ended the run';
	}
}

/** Why an item must not leave, whatever happens. */
function reasonToStay(given: Case, item: Item): string | undefined {
	const { scenario, optedOut } = given.story;
	if (isBad(given, item)) return 'although it is a bad one';
	if (isDry(given, item)) return 'in a dry run';
	if (given.work.texts && scenario.skipOptedOut === 'added' && optedOut.has(item.to)) {
		return `to somebody who opted out (${scenario.lookUp})`;
	}
	return undefined;
}

function isDry({ story: { scenario }, work }: Case, { plan }: Item): boolean {
	if (!work.texts || scenario.dryRun === 'absent') return false;
	return scenario.dryRun === 'added' || plan.dry;
}

/** Whether a value of the item is one that cannot be used. */
function isBad({ story: { scenario }, work }: Case, { plan }: Item): boolean {
	const { flaw } = plan;
	if (flaw === 'record') return true;
	if (!work.guarded) return false;
	if (flaw === 'keyIsObject' || flaw === 'keyIsEmpty') return scenario.keyed;
	const readsDry = work.texts && scenario.dryRun === 'byItem';
	return readsDry && (flaw === 'dryIsText' || flaw === 'dryIsNothing');
}

/** What the copies of an item in one try allow. */
function contradiction(given: Case, copies: readonly Copy[], verdict: Verdict): string | undefined {
	const last = copies[copies.length - 1];
	const before = copies.slice(0, -1);
	for (const { told, sent } of before) {
		const certain = told === 'refused' && sent.again;
		if (!certain && !given.repeats) return `it was made again after ${sent.kind}`;
	}
	const isOpen = copies.some(({ told }) => told === 'open');
	const isHonest = !copies.some(({ sent }) => sent.lies);
	const isDone = copies.some(({ done }) => done);
	switch (verdict.kind) {
		case 'done':
			if (last.told !== 'done' && last.told !== 'notRefused')
				return `the last word is ${last.told}`;
			return isDone ? undefined : 'nobody did it';
		case 'unknown':
			return isOpen || last.told === 'notRefused' ? undefined : `the response says ${last.told}`;
		case 'rejected':
			// Where a repeat does no harm the last word counts.
			if (isOpen && !given.work.idempotent) return 'a response left it open';
			if (last.told !== 'refused') return `the response says ${last.told}`;
			return isDone && isHonest && !isOpen ? 'it was done' : undefined;
		default:
			return `a request was made for it (${last.sent.kind})`;
	}
}

function recallProblem(
	{ story, work }: Case,
	attempt: Attempt,
	{ uid }: Item,
	verdict: Verdict & { kind: 'done' | 'unknown' },
): string | undefined {
	// What is looked up first may be lost as well.
	if (!verdict.recalled && verdict.kind === 'unknown' && work.operation === 'unsubscribe') return;
	if (!verdict.recalled) return 'no request was made for it';
	const earlier = story.attempts.some((other) => {
		if (other.number >= attempt.number || other.execution !== attempt.execution) return false;
		const place = other.items.findIndex((item) => item.uid === uid);
		const outcome = place === -1 ? undefined : other.outcomes?.[place];
		return outcome !== undefined && verdictOf(outcome).kind === verdict.kind;
	});
	return earlier ? undefined : 'no earlier try of the execution says so';
}

function skipProblem(
	given: Case,
	attempt: Attempt,
	item: Item,
	place: number,
	{ reason, other }: Verdict & { kind: 'skipped' },
	verdicts: readonly Verdict[],
): string | undefined {
	const { scenario, optedOut } = given.story;
	if (reason === 'opted_out') {
		return optedOut.has(item.to) && scenario.skipOptedOut === 'added'
			? undefined
			: 'nobody opted out';
	}
	if (!scenario.keyed) return 'there are no keys';
	if (reason === 'same_key') {
		const first = other === undefined ? undefined : attempt.items[other];
		if (first === undefined || first.plan.key !== item.plan.key || other === place) {
			return `item ${other} has another key`;
		}
		const held = verdicts[other!];
		const isHeldBack =
			isBad(given, first) ||
			(held.kind === 'skipped' && held.reason === 'opted_out') ||
			(held.kind === 'rejected' && held.code === 'opt_outs_not_read') ||
			(isDry(given, first) && !isDry(given, item));
		return isHeldBack ? `item ${other}, which has its key, was held back` : undefined;
	}
	return wasPerhapsUsed(given, attempt, item) ? undefined : 'its key was never used';
}

/** Whether the key of an item may stand for something that was perhaps done. */
function wasPerhapsUsed(given: Case, attempt: Attempt, { plan }: Item): boolean {
	const { scenario, attempts } = given.story;
	return attempts.some((other) => {
		if (other.number > attempt.number) return false;
		if (scenario.scope === 'node' && other.node !== attempt.node) return false;
		return other.items.some((item) => {
			if (item.plan.key !== plan.key) return false;
			// After a crash, or with a store that failed, nobody knows which keys are taken.
			if (other.died || other.storeFailed) return true;
			return given.copiesIn(other, item).some(({ done, told }) => done || told !== 'refused');
		});
	});
}

function rejectionProblem(
	given: Case,
	attempt: Attempt,
	item: Item,
	code: string,
): string | undefined {
	const { scenario } = given.story;
	if (isBad(given, item)) return undefined;
	if (scenario.keyed && code === 'history_too_small') {
		const keys = new Set(attempt.items.map(({ plan }) => plan.key));
		return keys.size > scenario.historySizes[attempt.node]
			? undefined
			: 'its history is large enough';
	}
	if (code === 'key_store_failed') return attempt.storeFailed ? undefined : 'the store works';
	if (attempt.stoppedAt !== undefined) return undefined;
	const looksUp = given.work.texts && scenario.skipOptedOut === 'added';
	if (looksUp && !readableShapes.has(scenario.lookUp)) return undefined;
	if (given.work.operation === 'unsubscribe') return undefined;
	return `nothing is wrong with it (${code})`;
}

/** Whether something may have ended the run before an item was sent. */
function mayHaveEnded(given: Case, attempt: Attempt, verdicts: readonly Verdict[]): boolean {
	const { scenario } = given.story;
	if (attempt.stoppedAt !== undefined || attempt.storeFailed) return true;
	const stopsAtFailure = scenario.onError === 'stopWorkflow' && given.work.endsAtFailure;
	const isFailed = ({ kind }: Verdict) => kind === 'rejected' || kind === 'unknown';
	if (stopsAtFailure && verdicts.some(isFailed)) return true;
	const sent = given.sentIn(attempt);
	if (sent.some(({ ends }) => ends !== false)) return true;
	// A connection that is never made ends it after some tries.
	if (sent.some(({ kind }) => /^(connect|no[NTH])/.test(kind))) return true;
	const isPerhapsOpen = (told: Told) => told === 'open' || told === 'notRefused';
	return sent.filter(({ told }) => told.some(isPerhapsOpen)).length >= given.work.mostOpenInRow;
}
