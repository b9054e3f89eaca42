import { answerIsLost } from '../../../../test/chaos/lostAnswer';
import type { Part } from '../../../../test/chaos/toItsEnd';
import type { RequestEntry } from '../../sandbox';
import { rateViolations } from './rateRules';
import type { Story } from './runScenario';
import { verdictOf, type Verdict } from './verdicts';
import { works, type Work } from './works';
import { KINDS } from './world';

/** What is wrong in a story. Written from the rules, not from the code. */
export function violationsOf(story: Story): string[] {
	const { parts, strange, faults } = story;
	return [
		...strange.map((effect) => `nobody asked for ${effect}`),
		...faults.map((fault) => `against the contract: ${fault}`),
		...parts.flatMap((part, index) => ofPart(story, part, `execution ${index + 1}`)),
		...ofEffects(story),
		...rateViolations(story),
	];
}

/** What one execution tells of its items, if it tells anything. */
function toldIn({ scenario: { kinds } }: Story, { reported }: Part): Verdict[][] {
	const told = kinds.map((): Verdict[] => []);
	for (const { item, json } of reported) told[item]?.push(verdictOf(json));
	return told;
}

const isSilent = ({ status }: Part) => status !== 'success';

function ofPart(story: Story, part: Part, name: string): string[] {
	const { scenario } = story;
	if (isSilent(part)) return part.status === 'error' ? neverWell(story, part, name) : [];
	const told = toldIn(story, part);
	const wrong = told.flatMap((verdicts, item) =>
		verdicts.length === 1 ? [] : [`${name}: item ${item} has ${verdicts.length} outcomes`],
	);
	for (const { item, json } of part.reported) {
		if (told[item] === undefined) wrong.push(`${name}: ${JSON.stringify(json)} is of no item`);
	}
	const all = told.flat();
	const open = all.filter((verdict) => verdict === 'unknown').length;
	const lost = lostIn(story, part);
	if (open > lost) wrong.push(`${name}: ${open} outcomes are unknown, ${lost} answers were lost`);
	if (scenario.dryRun !== all.includes('dryRun') && all.some((each) => each === 'accepted')) {
		wrong.push(`${name}: a dry run says that something was done, or the reverse`);
	}
	if (all.includes('begun') && !mayEndHalfway(scenario, part)) {
		wrong.push(`${name}: an item says that it failed after its start, but nothing did`);
	}
	return [...wrong, ...ofWaiting(story, part, name)];
}

/** Answers of writes that never arrived, or said nothing of the outcome. */
function lostIn({ scenario }: Story, { requests, wasStopped }: Part): number {
	const { operationId, follows = [] }: Work = works[scenario.work];
	const lost = lostAmong(requests, [operationId, ...follows]);
	return lost + (wasStopped ? scenario.kinds.length : 0);
}

function lostAmong(requests: Part['requests'], operations: readonly string[]): number {
	const isOne = ({ operationId }: RequestEntry) => operations.includes(operationId ?? '');
	return requests.filter((entry) => isOne(entry) && answerIsLost(entry)).length;
}

/** Whether something was there to fail after a start. */
function mayEndHalfway(scenario: Story['scenario'], { requests, wasStopped }: Part): boolean {
	const { jobFails, wait, work, switches } = scenario;
	const { lookUps, follows = [] }: Work = works[work];
	const later = [...lookUps, ...follows];
	const isRefused = requests.some(
		({ operationId, status }) =>
			later.includes(operationId ?? '') && status !== null && status >= 400 && status < 500,
	);
	const isLate = wait?.ifNotReady === 'fail' && !isSoonReady(scenario);
	const isSecondStep = follows.length > 0 && lostAmong(requests, follows) > 0;
	const isLimited = switches.rateLimit !== 'off';
	return jobFails || isRefused || isLate || isSecondStep || isLimited || wasStopped;
}

/** Whether what is waited for is ready long before the node gives up. */
function isSoonReady({ wait, settings }: Story['scenario']): boolean {
	return (settings.importSeconds ?? 0) <= 10 && wait?.maximumWait === 10;
}

/** An execution whose faults are over ends well, unless something else is wrong for good. */
function neverWell({ scenario }: Story, { error = '' }: Part, name: string): string[] {
	const { firstIsBad, guard, jobFails, switches, wait, work, kinds } = scenario;
	const asksTwice = new Set(kinds).size < kinds.length;
	const isHopeless =
		firstIsBad ||
		guard === 'trips' ||
		jobFails ||
		switches.rateLimit !== 'off' ||
		wait?.ifNotReady === 'fail' ||
		// The second of two is refused: the first has changed what it is about.
		(asksTwice && ['scheduleNow', 'deleteList', 'deleteMedia'].includes(work)) ||
		scenario.ownKey === 'all';
	return isHopeless ? [] : [`${name} never ended well: ${error}`];
}

/** What was waited for is told to be ready, or not. */
function ofWaiting({ scenario }: Story, part: Part, name: string): string[] {
	const { wait } = scenario;
	if (wait === undefined || scenario.dryRun) return [];
	const wrong: string[] = [];
	const mustBeReady =
		isSoonReady(scenario) && scenario.switches.rateLimit === 'off' && !part.wasStopped;
	for (const { item, json } of part.reported) {
		if (verdictOf(json) !== 'accepted') continue;
		if (typeof json.ready !== 'boolean') wrong.push(`${name}: item ${item} says not if ready`);
		if (json.ready === false && mustBeReady) wrong.push(`${name}: item ${item} was given up`);
	}
	return wrong;
}

/** Nothing is done more often, or more rarely, than items say. */
function ofEffects(story: Story): string[] {
	const { scenario, parts, effects } = story;
	const { nature }: Work = works[scenario.work];
	const wrong: string[] = [];
	for (let kind = 0; kind < KINDS; kind++) {
		const items = scenario.kinds.flatMap((each, item) => (each === kind ? [item] : []));
		const count = { accepted: 0, begun: 0, rejected: 0, unknown: 0, skipped: 0, dryRun: 0 };
		let silent = 0;
		for (const part of parts) {
			if (isSilent(part)) silent += items.length;
			else for (const item of items) for (const each of toldIn(story, part)[item]) count[each]++;
		}
		const done = effects[kind];
		const says = `kind ${kind}: done ${done} times, ${JSON.stringify({ ...count, silent })}`;
		const most = mostOf(scenario, items);
		if (nature !== 'change' && done > most) wrong.push(`${says}: more than ${most}`);
		const told = count.accepted + count.begun;
		if (told > 0 && done === 0) wrong.push(`${says}: nothing was done`);
		if (nature === 'once' && done < told) wrong.push(`${says}: told more often than it was done`);
		const couldBe = told + count.unknown + silent;
		if (nature === 'once' && done > couldBe && !mayRepeat(scenario))
			wrong.push(`${says}: more than items say`);
		if (couldBe === 0 && done > 0) wrong.push(`${says}: no item says so`);
		// With one key for all another kind may have it, and so may another item of a dry run.
		const mayBeOthers = scenario.ownKey === 'all' || scenario.dryRun;
		if (count.skipped > 0 && told + count.unknown + silent === 0 && !mayBeOthers) {
			wrong.push(`${says}: skipped for nothing`);
		}
	}
	const total = effects.reduce((sum, each) => sum + each, 0);
	if (scenario.ownKey === 'all' && !mayRepeat(scenario) && total > 1) {
		wrong.push(`one key for all, but done ${total} times`);
	}
	if ((scenario.dryRun || scenario.guard === 'trips') && total > 0) {
		wrong.push(`nothing was to be done, but ${total} were`);
	}
	return wrong;
}

/** How often one kind may be done at most. */
function mostOf(scenario: Story['scenario'], { length }: readonly number[]): number {
	if (mayRepeat(scenario)) return Infinity;
	if (length === 0) return 0;
	return scenario.ownKey === 'kind' || scenario.ownKey === 'all' ? 1 : length;
}

/** Whether the user asked for repeats that the server does not know as such. */
function mayRepeat({ tryAgain, switches }: Story['scenario']): boolean {
	return tryAgain && switches.idempotency === 'ignored';
}
