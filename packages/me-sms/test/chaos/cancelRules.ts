import { answerIsLost } from '../../../../test/chaos/lostAnswer';
import type { Part } from '../../../../test/chaos/toItsEnd';
import { isBad } from './asks';
import type { Story } from './runScenario';
import { isSilent } from './told';
import { verdictOf } from './verdicts';

/** Messages by kind: what can be cancelled, and what was before. */
const CANCELLABLE = 2;
const CANCELLED_BEFORE = 3;

/** What Cancel says of a message is so. */
export function cancelViolations(story: Story): string[] {
	const { scenario, parts, messages, uuids } = story;
	if (scenario.work !== 'cancel') return [];
	const wrong: string[] = [];
	const isCancelled = (kind: number) =>
		messages.some(({ uuid, status }) => uuid === uuids[kind] && status === 'cancelled');
	const asked = (kind: number) =>
		scenario.items.filter((item, place) => item.kind === kind && !isBad(scenario, place)).length;
	uuids.forEach((_, kind) => {
		const mayBe = kind === CANCELLED_BEFORE || (kind < CANCELLABLE && asked(kind) > 0);
		if (isCancelled(kind) && !mayBe) wrong.push(`message ${kind} was cancelled for nothing`);
	});
	for (const part of parts) {
		if (isSilent(part)) continue;
		scenario.items.forEach(({ kind }, item) => {
			const outcomes = part.reported.filter((each) => each.item === item);
			if (outcomes.length !== 1) wrong.push(`item ${item} has ${outcomes.length} outcomes`);
			if (outcomes.length !== 1 || isBad(scenario, item)) return;
			const [{ json }] = outcomes;
			const verdict = verdictOf(json);
			const says = `item ${item} (message ${kind}) is ${JSON.stringify(json)}`;
			const saysCancelled = verdict === 'accepted' && json.cancelled === true;
			if (saysCancelled && !isCancelled(kind)) wrong.push(`${says}, but it was not cancelled`);
			const saysNot = verdict === 'rejected' || (verdict === 'accepted' && !saysCancelled);
			if (kind < CANCELLABLE && asked(kind) === 1 && saysNot && isCancelled(kind)) {
				wrong.push(`${says}, but it was cancelled`);
			}
			if (verdict === 'unknown' && !part.wasStopped && lostOf(part, uuids[kind]) === 0) {
				wrong.push(`${says}, but no response was lost`);
			}
		});
	}
	return wrong;
}

function lostOf({ requests }: Part, uuid: string): number {
	return requests.filter((entry) => entry.path.includes(uuid) && answerIsLost(entry)).length;
}
