import { onceViolations } from './onceRules';
import { outcomeViolations } from './outcomeRules';
import type { Story } from './runScenario';
import { timeViolations } from './timeRules';
import { caseOf, verdictOf, type Case } from './told';
import { OTHER_LIST } from './works';

/** What of a story breaks the rules. Written from the rules, not from the code. */
export function violationsOf(story: Story): string[] {
	const given = caseOf(story);
	return [
		...onceViolations(given),
		...outcomeViolations(given),
		...timeViolations(given),
		...unsubscribeViolations(given),
	];
}

/** Whoever is told to be off every list was on one, so that a request must have taken them off it. */
function unsubscribeViolations({ story, work, copiesIn }: Case): string[] {
	if (work.operation !== 'unsubscribe') return [];
	return story.attempts.flatMap((attempt) =>
		(attempt.outcomes ?? []).flatMap((outcome, place) => {
			const item = attempt.items[place];
			if (verdictOf(outcome).kind !== 'done' || !outcome.ok) return [];
			const says = outcome.items[0]?.unsubscribed === true;
			const isDone = copiesIn(attempt, item).some(({ done }) => done);
			return says && !isDone
				? [`try ${attempt.number}: ${item.uid} is said to be off every list but ${OTHER_LIST}`]
				: [];
		}),
	);
}
