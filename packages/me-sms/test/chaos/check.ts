import type { Part } from '../../../../test/chaos/toItsEnd';
import { asksOf, countKeys, keyOf, type Ask } from './asks';
import { cancelViolations } from './cancelRules';
import { limitViolations } from './limitRules';
import type { Story } from './runScenario';
import type { Scenario } from './scenario';
import { isSilent, toldIn, type Told } from './told';
import { numbersIn, sendsIn, type WireSend } from './wire';
import { TIMES } from './world';

/** What is wrong in a story. Written from the rules, not from the code. */
export function violationsOf(story: Story): string[] {
	const { scenario, parts, faults, strays } = story;
	const asks = asksOf(scenario);
	const wrong = [
		...faults.map((fault) => `against the contract: ${fault}`),
		...(strays > 0 ? [`${strays} requests followed a redirect`] : []),
		...limitViolations(story),
		...cancelViolations(story),
	];
	const told = parts.map((part, index) => {
		const found: string[] = [];
		const ofPart = toldIn(scenario, asks, part, found);
		found.push(...ofExecution(scenario, part, ofPart, parts.slice(0, index + 1)));
		wrong.push(...found.map((each) => `execution ${index + 1}: ${each}`));
		return ofPart;
	});
	return [...wrong, ...ofUuids(story, told.flat()), ...ofTexts(story, asks, told)];
}

function ofExecution(
	scenario: Scenario,
	part: Part,
	told: readonly Told[],
	soFar: readonly Part[],
): string[] {
	const sends = sendsIn(scenario, part);
	return [
		...numbersIn(part)
			.filter((number) => !/^66\d{9}$/.test(String(number)))
			.map((number) => `${String(number)} crossed the wire`),
		...sends.flatMap((send) => ofTime(scenario, send)),
		...ofStop(scenario, part),
		...ofCredits(scenario, part, sends),
		...neverWell(scenario, part),
		...ofResponses(scenario, part, told, soFar),
	];
}

/** Requests that may be about to leave at once. */
const WIDTH = {
	send: { plain: 16, keyed: 8 },
	sendMany: { plain: 4, keyed: 1 },
	sendFile: { plain: 1, keyed: 1 },
	cancel: { plain: 16, keyed: 16 },
};

/** After Stop nothing leaves, except what was leaving just then. */
function ofStop({ work, ownKey }: Scenario, { afterStop }: Part): string[] {
	const most = WIDTH[work][ownKey === undefined ? 'plain' : 'keyed'] - 1;
	return afterStop > most ? [`${afterStop} requests left after Stop, more than ${most}`] : [];
}

/** When the credits are used up, or the key is refused, the run ends. */
function ofCredits(
	{ work, ownKey, retryOnFail }: Scenario,
	{ executions }: Part,
	sends: readonly WireSend[],
): string[] {
	if (executions > 1 || retryOnFail) return [];
	const end = sends.findIndex(({ entry: { status } }) => status === 402 || status === 401);
	const later = end === -1 ? 0 : sends.length - end - 1;
	const most = WIDTH[work][ownKey === undefined ? 'plain' : 'keyed'] - 1;
	return later > most ? [`${later} requests followed one that ends the run`] : [];
}

/** A text leaves when it is to, and not in the quiet hours. */
function ofTime({ when, quietHours, work }: Scenario, { body, isDry }: WireSend): string[] {
	const { scheduledTime, content } = body;
	if (when === undefined || (work === 'sendMany' && content !== 'Tasting #1')) return [];
	// What only finds out what it costs has no time.
	if (isDry && scheduledTime === undefined) return [];
	const expected = TIMES[when][quietHours ? 'quiet' : 'asked'];
	if (Date.parse(scheduledTime ?? '') === Date.parse(expected)) return [];
	return [`a text is to leave at ${scheduledTime}, not ${expected}`];
}

/** What is told of a text is what the responses to its requests allow. */
function ofResponses(
	scenario: Scenario,
	part: Part,
	told: readonly Told[],
	soFar: readonly Part[],
): string[] {
	const isDry = scenario.dryRun !== undefined;
	const ofRun = (each: Part) => sendsIn(scenario, each).filter((send) => send.isDry === isDry);
	const own = ofRun(part);
	const all = soFar.flatMap(ofRun);
	const counts = countKeys(told.map(({ key }) => key));
	const wasStopped = soFar.some((each) => each.wasStopped);
	// Where errors have no rows, those of a file are told together.
	const isCoarse = scenario.work === 'sendFile' && scenario.onError === 'continueErrorOutput';
	const wrong: string[] = [];
	for (const { key, item, verdict, status } of told) {
		const mine = own.filter(({ keys }) => keys.has(key));
		const lost = all.filter(({ keys, isLost }) => isLost && keys.has(key)).length;
		const says = `item ${item} (${key}) is ${verdict}`;
		if (isDry && verdict === 'accepted') wrong.push(`${says}, but it was a dry run`);
		if (!isDry && verdict === 'dryRun') wrong.push(`${says}, but it was none`);
		if (verdict === 'unknown' && lost === 0 && !wasStopped && !isCoarse) {
			wrong.push(`${says}, but no response was lost`);
		}
		if (isDry || (counts.get(key) ?? 0) > 1) continue;
		const isLost = mine.some((send) => send.isLost);
		if (verdict === 'rejected' && isLost && !scenario.tryAgain) {
			wrong.push(`${says}, but a response was lost`);
		}
		if (verdict !== 'accepted') continue;
		const isGood = mine.some(({ entry, isLost: none }) => entry.done && !none);
		if (!isGood) wrong.push(`${says}, but no response says so`);
		const isLater = mine.some(({ body }) => body.scheduledTime !== undefined);
		if (isLater !== (status === 'scheduled')) wrong.push(`${says} as ${String(status)}`);
	}
	return wrong;
}

/** An execution whose faults are over ends well, unless something else is wrong for good. */
function neverWell(scenario: Scenario, { status, error = '' }: Part): string[] {
	const { firstIsBad, limits, credits, switches, work, failOnRejected, storeFault } = scenario;
	const isHopeless =
		firstIsBad ||
		limits !== undefined ||
		credits < 10_000 ||
		switches.sendResult === 'nothing' ||
		storeFault !== undefined ||
		work === 'cancel' ||
		// Those that ended unknown or refused have failed for good.
		failOnRejected;
	return status === 'error' && !isHopeless ? [`never ended well: ${error}`] : [];
}

/** Queued is what the account knows by the uuid, with the number in it, once for each item. */
function ofUuids({ messages }: Story, told: readonly Told[]): string[] {
	const byUuid = new Map(messages.map((message) => [message.uuid, message]));
	const seen = new Set<string>();
	const wrong: string[] = [];
	for (const { item, key, verdict, uuid } of told) {
		if (verdict !== 'accepted') continue;
		const message = byUuid.get(String(uuid));
		const has = message?.msisdns.some((number) => keyOf(number, message.content) === key);
		if (has !== true) wrong.push(`item ${item} (${key}) is not in message ${String(uuid)}`);
		const name = `${String(uuid)} ${key}`;
		// One execution tells it, and no other one again.
		if (seen.has(name)) wrong.push(`item ${item} (${key}) has the message of another one`);
		seen.add(name);
	}
	return wrong;
}

/** Nothing is sent more often, or more rarely, than outcomes say. */
function ofTexts(
	{ scenario, parts, messages, received }: Story,
	asks: readonly Ask[],
	told: ReadonlyArray<readonly Told[]>,
): string[] {
	if (scenario.work === 'cancel') return [];
	const wrong: string[] = [];
	const asked = countKeys(asks.map(({ key }) => key));
	const done = countKeys(
		messages.flatMap(({ msisdns, content }) => msisdns.map((number) => keyOf(number, content))),
	);
	const arrived = countKeys(received.map(({ phone, text }) => keyOf(phone, text)));
	const silent = parts.filter(isSilent).length;
	for (const key of new Set([...asked.keys(), ...done.keys(), ...arrived.keys()])) {
		const count = { accepted: 0, rejected: 0, unknown: 0, skipped: 0, dryRun: 0 };
		for (const each of told.flat()) if (each.key === key) count[each.verdict]++;
		const times = done.get(key) ?? 0;
		const wanted = asked.get(key) ?? 0;
		const says = `${key}: sent ${times} times, ${JSON.stringify({ ...count, silent })}`;
		if (times !== (arrived.get(key) ?? 0))
			wrong.push(`${says}, received ${arrived.get(key)} times`);
		if (times < count.accepted) wrong.push(`${says}: told more often than it was sent`);
		const most = scenario.work === 'sendMany' ? Math.min(1, wanted) : wanted;
		if (times > most && !scenario.tryAgain) wrong.push(`${says}: more than ${most}`);
		const open = count.unknown + silent * wanted;
		if (times > count.accepted + open && !scenario.tryAgain) {
			wrong.push(`${says}: more than outcomes say`);
		}
		if (count.accepted + open === 0 && times > 0) wrong.push(`${says}: no outcome says so`);
		const mayBeSkipped =
			scenario.ownKey === 'all' || scenario.storeFault !== undefined || scenario.dryRun;
		if (count.skipped > 0 && count.accepted + open === 0 && !mayBeSkipped) {
			// What is the same as a refused one is left out with it.
			const isRepeat = scenario.work === 'sendMany' && wanted > 1 && count.rejected > 0;
			// The key of a file stands for all of it, once some of it may have been sent.
			const items = new Set(asks.filter((ask) => ask.key === key).map(({ item }) => item));
			const isBegun =
				scenario.work === 'sendFile' &&
				told
					.flat()
					.some(({ item, verdict }) => items.has(item) && /accepted|unknown/.test(verdict));
			if (!isRepeat && !isBegun) wrong.push(`${says}: skipped for nothing`);
		}
	}
	if (scenario.ownKey === 'all' && !scenario.tryAgain) {
		const sizes = scenario.items.map((_, item) => asks.filter((ask) => ask.item === item).length);
		const sum = [...done.values()].reduce((total, times) => total + times, 0);
		if (sum > Math.max(...sizes)) wrong.push(`one key for all, but ${sum} texts were sent`);
	}
	return wrong;
}
