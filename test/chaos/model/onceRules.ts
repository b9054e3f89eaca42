import type { Attempt } from './runScenario';
import type { Case } from './told';

/** Never twice: for one item of an execution, and for one key that is remembered. */
export function onceViolations(given: Case): string[] {
	if (given.repeats) return [];
	return [...itemsDoneTwice(given), ...keysUsedTwice(given)];
}

function itemsDoneTwice({ story: { sent } }: Case): string[] {
	const counts = new Map<string, number>();
	for (const { uids, done, lies } of sent) {
		uids.forEach((uid, place) => {
			if (done[place] && !lies) counts.set(uid, (counts.get(uid) ?? 0) + 1);
		});
	}
	return [...counts].flatMap(([uid, count]) =>
		count > 1 ? [`${uid} was done ${count} times`] : [],
	);
}

interface Use {
	key: number;
	/** Virtual time. */
	at: number;
}

/**
 * R5: of the last History Size keys used, none is forgotten, also not by the try that uses them. What
 * may have been used since counts as used, so that nothing is asked for that was not promised.
 */
function keysUsedTwice(given: Case): string[] {
	const { scenario, attempts } = given.story;
	if (!scenario.keyed || !given.work.guarded) return [];
	const wrong: string[] = [];
	const scopes =
		scenario.scope === 'workflow'
			? [attempts]
			: [0, 1].map((node) => attempts.filter((attempt) => attempt.node === node));
	for (const inScope of scopes) {
		const held = new Map<number, number>(); // key: when it was used last
		const touched: Use[] = [];
		let history = 0;
		for (const attempt of inScope) {
			const protectedKeys = new Set(held.keys());
			for (const [key, at] of held) {
				const since = new Set(touched.filter((use) => use.at >= at).map((use) => use.key));
				since.delete(key);
				// What another node of the scope promised holds for all of them.
				if (since.size < history) continue;
				protectedKeys.delete(key);
				held.delete(key);
			}
			for (const use of usesIn(given, attempt)) {
				if (protectedKeys.has(use.key) && use.sent) {
					wrong.push(`try ${attempt.number}: key ${use.key} is used again (${use.uid})`);
				}
				if (use.holds) protectedKeys.add(use.key);
				if (use.holds || use.known) held.set(use.key, use.at);
			}
			for (const { plan } of attempt.items) {
				touched.push({ key: plan.key, at: attempt.ended ? attempt.end : Infinity });
			}
			history = Math.max(history, scenario.historySizes[attempt.node]);
		}
	}
	return wrong;
}

interface KeyUse extends Use {
	uid: string;
	/** A request left for it, not as the repetition of one that was turned away. */
	sent: boolean;
	/** It may have been done. */
	holds: boolean;
	/** It was found to be used. */
	known: boolean;
}

function usesIn(given: Case, attempt: Attempt): KeyUse[] {
	const uses = attempt.items.flatMap((item, place): KeyUse[] => {
		const copies = given.copiesIn(attempt, item);
		const base = { key: item.plan.key, uid: item.uid };
		if (copies.length === 0) {
			const known = isKnown(attempt, place);
			return known ? [{ ...base, at: attempt.start, sent: false, holds: false, known }] : [];
		}
		const holds = copies.some(
			({ told, done, sent }) =>
				!sent.lies && (sent.back === undefined || done || told !== 'refused'),
		);
		return [{ ...base, at: copies[0].sent.at, sent: true, holds, known: false }];
	});
	return uses.sort((one, other) => one.at - other.at);
}

function isKnown({ outcomes }: Attempt, place: number): boolean {
	const outcome = outcomes?.[place];
	return outcome?.ok === true && outcome.items[0]?.reason === 'already_sent';
}
