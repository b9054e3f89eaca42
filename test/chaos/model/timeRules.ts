import type { Sent } from './account';
import type { Attempt } from './runScenario';
import type { Case } from './told';

/** R7, the order of texts to one person, and the pace: when requests may leave. */
export function timeViolations(given: Case): string[] {
	const { attempts, endlessWaits } = given.story;
	return [
		...(endlessWaits > 0 ? [`${endlessWaits} responses were waited for without end`] : []),
		...attempts.flatMap((attempt) => [
			...afterTheEnd(given, attempt),
			...outOfOrder(given, attempt),
			...tooManyOpen(given, attempt),
		]),
		...tooFast(given),
	];
}

/** Nothing leaves after what ended the run. */
function afterTheEnd(given: Case, attempt: Attempt): string[] {
	const sent = given.sentIn(attempt);
	const ends: Array<[string, number]> = [['its end', attempt.end]];
	if (attempt.stoppedAt !== undefined) ends.push(['Stop', attempt.stoppedAt]);
	for (const { ends: isEnd, back, kind } of sent) {
		if (isEnd === true && back !== undefined) ends.push([kind, back]);
	}
	if (given.story.scenario.onError === 'stopWorkflow' && given.work.endsAtFailure) {
		const failed = firstFailure(sent, given.repeats);
		if (failed !== undefined) ends.push(['the first failed item', failed]);
	}
	return ends.flatMap(([what, at]) => {
		const late = sent.filter((each) => each.at > at);
		return late.length === 0
			? []
			: [`try ${attempt.number}: ${late.length} requests leave after ${what}`];
	});
}

/** When the first item failed for good, so far as that can be told from a response alone. */
function firstFailure(sent: readonly Sent[], repeats: boolean): number | undefined {
	const last = new Map<string, Sent>();
	for (const each of sent) for (const uid of each.uids) last.set(uid, each);
	const failures = [...last.values()].filter(
		({ told, back, again }) =>
			back !== undefined &&
			!again &&
			told.some((each) => each === 'refused' || (each === 'open' && !repeats)),
	);
	if (failures.length === 0) return undefined;
	return Math.min(...failures.map(({ back }) => back!));
}

/** Texts to one person leave one after the other, in the order of the items. */
function outOfOrder(given: Case, attempt: Attempt): string[] {
	if (attempt.died) return [];
	const place = new Map(attempt.items.map(({ uid }, index) => [uid, index]));
	const last = new Map<string, { item: number; sent: Sent }>();
	const wrong: string[] = [];
	for (const sent of given.sentIn(attempt)) {
		const { uids, recipients, at } = sent;
		uids.forEach((uid, index) => {
			const item = place.get(uid) ?? -1;
			const before = last.get(recipients[index]);
			if (before === undefined || before.sent.uids.includes(uid)) return;
			if (before.item > item && !waitsForItsKey(given, attempt, item)) {
				wrong.push(`try ${attempt.number}: item ${item} leaves after item ${before.item}`);
			} else if (before.item < item && (before.sent.back ?? Infinity) > at) {
				wrong.push(`try ${attempt.number}: item ${item} does not wait for item ${before.item}`);
			}
		});
		uids.forEach((uid, index) => {
			last.set(recipients[index], { item: place.get(uid) ?? -1, sent });
		});
	}
	return wrong;
}

/** An item whose key another one has first leaves only when that one certainly was not done. */
function waitsForItsKey({ story }: Case, { items }: Attempt, item: number): boolean {
	const isSame = (other: number) => items[other].plan.key === items[item].plan.key;
	return story.scenario.keyed && items.slice(0, item).some((_, other) => isSame(other));
}

/** An account that leaves outcomes open again and again is left alone. */
function tooManyOpen({ work, ...given }: Case, attempt: Attempt): string[] {
	if (work.idempotent || given.repeats) return [];
	const sent = given.sentIn(attempt);
	const back = sent.filter((each) => each.back !== undefined);
	back.sort((one, other) => one.back! - other.back!);
	let inRow = 0;
	for (const { told, back: at } of back) {
		inRow = told.includes('open') ? inRow + 1 : told.includes('done') ? 0 : inRow;
		if (inRow < work.mostOpenInRow) continue;
		const late = sent.filter((each) => each.at > at!);
		const goesOn = late.length > 0 && back.every(({ told: all }) => all.includes('open'));
		return goesOn ? [`try ${attempt.number}: it goes on after ${inRow} open outcomes`] : [];
	}
	return [];
}

/** Milliseconds by which a clock may be off. */
const TOLERANCE = 2;

/** No more texts than the pace allows, over the runs of a loop and over retries. */
function tooFast(given: Case): string[] {
	const { scenario, attempts } = given.story;
	const { textsPerSecond } = scenario;
	if (textsPerSecond === undefined || !given.work.texts) return [];
	const wrong: string[] = [];
	for (const execution of new Set(attempts.map((attempt) => attempt.execution))) {
		const own = attempts.filter((attempt) => attempt.execution === execution);
		const firsts = own.flatMap((attempt) => firstTries(given.sentIn(attempt)));
		firsts.sort((one, other) => one.at - other.at);
		for (let index = 1; index < firsts.length; index++) {
			const before = firsts[index - 1];
			const least = (before.uids.length * 1_000) / textsPerSecond;
			const apart = firsts[index].at - before.at;
			if (apart < least - TOLERANCE) {
				wrong.push(`execution ${execution}: ${apart} ms instead of ${least} between two texts`);
			}
		}
	}
	return wrong;
}

/** Requests without those that were made again after a refusal that says so. */
function firstTries(sent: readonly Sent[]): Sent[] {
	const seen = new Set<string>();
	return sent.filter(({ uids }) => {
		const isFirst = !uids.some((uid) => seen.has(uid));
		for (const uid of uids) seen.add(uid);
		return isFirst;
	});
}
