import type { Part } from '../../../../test/chaos/toItsEnd';
import type { Story } from './runScenario';
import { works, type Work } from './works';

/** Requests that a run may have under way before it knows of a limit. */
const UNDER_WAY = 4;
const LIMITS: Record<string, number> = { hour: 100, kinds: 100, minute: 600, bucket: 600 };

/** The limit is kept: a run learns of it by its first responses, and goes by it. */
export function rateViolations(story: Story): string[] {
	const { scenario, parts } = story;
	if (scenario.switches.rateLimit === 'off') return [];
	return parts.flatMap((part, index) => {
		const refused = part.requests.filter(({ status, fault }) => status === 429 && !fault).length;
		const { lookUps }: Work = works[scenario.work];
		// Writes leave one by one, so that only the first of a run knows nothing; reads do not.
		const most = (lookUps.length === 0 ? 1 : UNDER_WAY) * triesOf(scenario, part);
		return [
			...(refused > most ? [`execution ${index + 1}: ${refused} requests above the limit`] : []),
			...tooManyPolls(story, part),
		];
	});
}

/** Where one window of the limit holds the whole execution, polls are a third of what was left. */
function tooManyPolls({ scenario }: Story, part: Part): string[] {
	const { lookUps, job }: Work = works[scenario.work];
	const { rateLimit = 'off' } = scenario.switches;
	if (job === undefined || rateLimit !== 'hour' || scenario.settings.rateLimitScale !== 1)
		return [];
	const polls = part.requests.filter(({ operationId }) => lookUps.includes(operationId ?? ''));
	const share = Math.floor((LIMITS[rateLimit] - scenario.used) / 3);
	const most = (share + UNDER_WAY) * triesOf(scenario, part);
	return polls.length > most ? [`${polls.length} polls, more than ${most}`] : [];
}

/** Runs of the node at most. */
function triesOf({ retryOnFail, maxTries }: Story['scenario'], { executions }: Part): number {
	return executions * (retryOnFail ? maxTries : 1);
}
