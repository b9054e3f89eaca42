import type { Part } from '../../../../test/chaos/toItsEnd';
import type { RequestEntry } from '../../sandbox';
import type { Story } from './runScenario';
import type { Scenario } from './scenario';
import { sendsIn } from './wire';

/** Dry runs reach no phone and change no balance; limits are kept, and fail closed. */
export function limitViolations(story: Story): string[] {
	const { scenario, parts, messages, spent } = story;
	if (scenario.work === 'cancel') return [];
	const { dryRun, limits } = scenario;
	const wrong: string[] = [];
	const cost = messages.reduce((sum, { credits }) => sum + credits, 0);
	if (cost !== spent) wrong.push(`${spent} credits were spent for messages of ${cost}`);
	if (dryRun !== undefined) {
		if (messages.length > 0) wrong.push(`a dry run sent ${messages.length} messages`);
		for (const part of parts) {
			const real = sendsIn(scenario, part).filter(({ body }) => body.dryRun !== true);
			if (real.length > 0) wrong.push(`a dry run made ${real.length} requests that may send`);
		}
	}
	if (limits === undefined || dryRun !== undefined) return wrong;
	const { maximumCredits = Infinity, checkBalanceFirst } = limits;
	const most = checkBalanceFirst ? Math.min(maximumCredits, scenario.credits) : maximumCredits;
	if (cost > most && !scenario.tryAgain)
		wrong.push(`${cost} credits were spent, more than ${most}`);
	return [...wrong, ...parts.flatMap((part) => unchecked(scenario, part))];
}

const isGood = ({ status, done, fault }: RequestEntry) =>
	status === 200 && done && fault !== 'not_json' && fault !== 'truncate';

/** A send that left before what it costs, and the balance where that is to be looked at, were known. */
function unchecked(scenario: Scenario, part: Part): string[] {
	const { maximumCredits, checkBalanceFirst, estimateCostWith } = scenario.limits!;
	if (maximumCredits === undefined && checkBalanceFirst !== true) return [];
	const dry = new Set(
		sendsIn(scenario, part)
			.filter(({ isDry }) => isDry)
			.map(({ entry }) => entry),
	);
	const first = sendsIn(scenario, part).find(({ isDry }) => !isDry);
	if (first === undefined) return [];
	const before = part.requests.filter((entry) => entry.id < first.entry.id && isGood(entry));
	const asked = before.filter((entry) =>
		estimateCostWith === 'dryRun' ? dry.has(entry) : entry.operationId === 'previewCost',
	);
	const looked = before.filter(({ operationId }) => operationId === 'getCreditBalance');
	return [
		...(asked.length === 0 ? ['a text left before its cost was known'] : []),
		...(checkBalanceFirst && looked.length === 0
			? ['a text left before the balance was known']
			: []),
	];
}
