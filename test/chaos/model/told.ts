import type { Outcome } from '../../../kernel/delivery/outcome';
import type { Sent } from './account';
import type { Told } from './answers';
import type { Attempt, Item, Story } from './runScenario';
import { works, type Work } from './works';

/** What an item ended in, as n8n's user reads it. */
export type Verdict =
	| { kind: 'done' | 'unknown'; recalled: boolean }
	| { kind: 'rejected'; code: string }
	| { kind: 'notSent' }
	| { kind: 'dryRun' }
	| { kind: 'skipped'; reason: string; other?: number };

export function verdictOf(outcome: Outcome): Verdict {
	if (outcome.ok) {
		const [facts = {}] = outcome.items;
		if (outcome.leftOut === 'dryRun') return { kind: 'dryRun' };
		if (outcome.leftOut === 'skipped') {
			const other = facts.same_key_as_item;
			return {
				kind: 'skipped',
				reason: String(facts.reason),
				...(typeof other === 'number' && { other }),
			};
		}
		return { kind: 'done', recalled: facts.from_earlier_try === true };
	}
	if (outcome.status === 'unknown') {
		return { kind: 'unknown', recalled: outcome.details.from_earlier_try === true };
	}
	return outcome.code === 'not_sent'
		? { kind: 'notSent' }
		: { kind: 'rejected', code: outcome.code };
}

/** One record of one request. */
export interface Copy {
	sent: Sent;
	done: boolean;
	told: Told;
}

/** A story with what is looked up in it again and again. */
export interface Case {
	story: Story;
	work: Work;
	/** The copies of an item in one try, in the order in which they left. */
	copiesIn(attempt: Attempt, item: Item): readonly Copy[];
	/** Requests of one try. */
	sentIn(attempt: Attempt): readonly Sent[];
	/** Whether a record may be sent again after its outcome was left open. */
	repeats: boolean;
}

export function caseOf(story: Story): Case {
	const { scenario, sent } = story;
	const work: Work = works[scenario.work];
	const copies = new Map<string, Copy[]>();
	const byAttempt = new Map<number, Sent[]>();
	for (const each of sent) {
		add(byAttempt, each.attempt, each);
		each.uids.forEach((uid, place) => {
			const copy = { sent: each, done: each.done[place], told: each.told[place] };
			add(copies, `${each.attempt} ${uid}`, copy);
		});
	}
	return {
		story,
		work,
		copiesIn: ({ number }, { uid }) => copies.get(`${number} ${uid}`) ?? [],
		sentIn: ({ number }) => byAttempt.get(number) ?? [],
		repeats: work.idempotent || (work.guarded && scenario.tryAgain),
	};
}

function add<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
	const list = map.get(key);
	if (list === undefined) map.set(key, [value]);
	else list.push(value);
}
