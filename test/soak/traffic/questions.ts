import { isTaken, type Question } from '../asked';
import { post, postItems, repeat, repeatWhileUp, type Traffic } from './traffic';

const ASK_EVERY = 12_000; // ms
const LOOK_EVERY = 1_000; // ms
const THINKING = 4_000; // ms between a question and its answer
/** One in so many is answered only after the next restart of n8n. */
const SLOW = 3;
/** Presses, after which nobody tries any more. */
const MOST_PRESSES = 4;

/** Questions by text. */
export async function askQuestions(traffic: Traffic): Promise<void> {
	await repeatWhileUp(traffic, ASK_EVERY, async (round) => {
		const { world, asked, uptime } = traffic;
		const id = `questions-${asked.questions.length}`;
		const question: Question = {
			id,
			phone: `+1202${5_800_000 + asked.questions.length}`,
			approves: round % 2 === 0,
			outlives: uptime.ends.length + (round % SLOW === SLOW - 1 ? 1 : 0),
			posts: [],
			presses: [],
			closed: false,
		};
		asked.questions.push(question);
		const item = { ask: id, to: question.phone, body: `Shall we do ${id}?` };
		question.posts.push(await postItems(world.urls.questions, [item]));
	});
}

/** Those who were asked answer on the page. */
export async function answerQuestions(traffic: Traffic): Promise<void> {
	await repeat(traffic, LOOK_EVERY, async () => {
		if (traffic.uptime.isUp) await pressWhereDue(traffic);
	});
}

/**
 * Presses a button on each page that it is time for.
 *
 * @param hurries presses also where the time has not come
 */
export async function pressWhereDue(
	{ world, asked, uptime }: Traffic,
	hurries = false,
): Promise<void> {
	for (const question of asked.questions.filter(({ closed }) => !closed)) {
		const { phone, presses, approves, posts, outlives } = question;
		const thought = Date.now() - (posts.at(-1)?.to ?? Infinity) > THINKING;
		const isDue = hurries || (thought && uptime.ends.length >= outlives);
		const link = linkTo(world.sandbox.journal().texts(phone));
		if (!isDue || link === undefined) continue;
		const press = await post(link, new URLSearchParams({ approved: String(approves) }));
		presses.push(press);
		question.closed = isTaken(press) || presses.length >= MOST_PRESSES;
	}
}

/** The page that the first text of a phone leads to. */
export function linkTo(texts: ReadonlyArray<{ text: string }>): string | undefined {
	return /https?:\S+/.exec(texts[0]?.text ?? '')?.[0];
}
