import type { Execution } from '../../host/n8n';
import type { ReceivedText, RequestEntry } from '../../sandbox/trackly';
import type { WebhookAttempt } from '../../sandbox/core/journal/journal';
import { FORGED, isTaken, type Asked } from './asked';
import { countBatch, textBatchesOf, type ToldBatch } from './count/batches';
import { countEvents, eventIn, type EventCounts } from './count/events';
import { askIn, byMarker, isDead } from './count/executions';
import { lastWordsIn } from './count/lastWords';
import { countQuestion, NO_QUESTIONS, type QuestionCounts } from './count/questions';
import { countReading, NO_READINGS, type ReadingCounts } from './count/readings';
import { sum } from './count/sum';
import { noTexts, textKey, type Counted, type TextBatch, type TextCounts } from './count/texts';
import type { Uptime } from './uptime';
import type { Kind } from './workflows';

/** What came of a soak, as far as it can be counted. */
export interface Tally {
	/** What n8n took and nothing came of, of whatever kind. */
	lost: number;
	/** What came twice, of whatever kind. */
	twice: number;
	restarts: { stopped: number; killed: number };
	/** Texts one by one and without keys. */
	orders: TextCounts;
	/** Texts many in a request, with keys. */
	campaigns: TextCounts;
	/** Texts to contacts who replied. */
	answers: TextCounts;
	questions: QuestionCounts;
	readings: ReadingCounts;
	events: EventCounts;
	forged: { tried: number; gotIn: number };
	/** Executions that n8n died with. */
	died: number;
	/** Milliseconds before an end of n8n in which it may have lost what it had taken. */
	lastWords: number;
	/** Requests to the account that a fault hit. */
	faults: number;
	/** What contradicts the promise, in words. */
	wrong: string[];
}

/** Everything that was asked, what n8n says of it, and what the account saw. */
export interface Story {
	asked: Asked;
	uptime: Uptime;
	executions: Record<Kind, Execution[]>;
	requests: readonly RequestEntry[];
	texts: readonly ReceivedText[];
	attempts: readonly WebhookAttempt[];
	/** Contacts at the end. */
	contacts: number;
}

/** Compares n8n's executions with the account's journal. */
export function tallyOf(story: Story): Tally {
	const { asked, uptime, executions, requests, texts, attempts } = story;
	const lastWords = lastWordsIn({ asked, executions, ends: uptime.ends });
	const isDoubtful = (at: number) => uptime.isDoubtful(at, lastWords);
	const wrong: string[] = [];
	const added = <Counts extends object>(all: Array<Counted<Counts>>, none: Counts): Counts => {
		wrong.push(...all.flatMap((each) => each.wrong));
		return sum(
			all.map(({ counts }) => counts),
			none,
		);
	};

	const ranFor = (kind: Kind) => byMarker(executions[kind], askIn);
	const batches = textBatchesOf(story);
	const counted = (all: ToldBatch[]) =>
		added(
			all.map((batch) => countBatch(batch, isDoubtful)),
			noTexts(),
		);
	const textCounts = {
		orders: counted(batches.orders),
		campaigns: counted(batches.campaigns),
		answers: counted(batches.answers),
	};
	const asking = ranFor('questions');
	const questions = added(
		asked.questions.map((question) =>
			countQuestion({
				question,
				executions: asking.get(question.id) ?? [],
				texts: texts.filter(({ phone }) => phone === question.phone),
				ends: uptime.ends,
				isDoubtful,
			}),
		),
		NO_QUESTIONS,
	);
	const read = ranFor('readings');
	const readings = added(
		asked.readings.map((reading) =>
			countReading(reading, read.get(reading.id) ?? [], story.contacts, isDoubtful),
		),
		NO_READINGS,
	);
	const events = added(
		[
			countEvents({
				said: asked.said,
				texts,
				attempts,
				executions: executions.events,
				isDoubtful,
			}),
		],
		{ happened: 0, heard: 0, lost: 0, twice: 0, repeated: 0, retriedPosts: 0 },
	);
	const gotIn =
		asked.forged.filter(isTaken).length +
		executions.events.filter((each) => eventIn(each)?.includes(FORGED)).length;
	if (gotIn > 0) wrong.push(`${gotIn} forged requests got in`);
	wrong.push(...unaskedTexts(story, batches.answers));

	const all = [...Object.values(textCounts), questions, events];
	return {
		lost: [...all, readings].reduce((total, { lost }) => total + lost, 0),
		twice: all.reduce((total, { twice }) => total + twice, 0),
		restarts: {
			stopped: uptime.ends.filter(({ how }) => how === 'stopped').length,
			killed: uptime.ends.filter(({ how }) => how === 'killed').length,
		},
		...textCounts,
		questions,
		readings,
		events,
		forged: { tried: asked.forged.length, gotIn },
		died: Object.values(executions).flat().filter(isDead).length,
		lastWords,
		faults: requests.filter(({ fault }) => fault !== undefined).length,
		wrong,
	};
}

/** Texts on phones that nobody has asked n8n for. */
function unaskedTexts({ asked, texts }: Story, answers: readonly TextBatch[]): string[] {
	const known = new Set([...asked.batches, ...answers].flatMap(({ items }) => items.map(textKey)));
	const askedPhones = new Set(asked.questions.map(({ phone }) => phone));
	return texts
		.filter(({ phone, text }) => {
			return !askedPhones.has(phone) && !known.has(textKey({ to: phone, body: text }));
		})
		.map(({ messageId }) => `nobody asked for the text ${messageId}`);
}

/** What a soak has to have met; without it, that nothing went wrong would mean nothing. */
export function unmet(tally: Tally, restarts: number): string[] {
	const { orders, campaigns, answers, questions, readings, events, forged, died, faults } = tally;
	const met: Record<string, number> = {
		'an order that arrived': orders.arrived,
		'a campaign that arrived': campaigns.arrived,
		'a recipient who had opted out': campaigns.optedOut,
		'an answer to a reply': answers.arrived,
		'an answered question': questions.answered,
		'a wait across a restart': questions.acrossRestarts,
		'a complete reading': readings.complete,
		'an event that was posted again': events.retriedPosts,
		'an execution that n8n died with': died,
		'a forged request': forged.tried,
		'a fault': faults,
	};
	const missing = Object.keys(met).filter((what) => met[what] === 0);
	const ended = tally.restarts.stopped + tally.restarts.killed;
	if (ended < restarts) missing.push(`restart ${ended + 1}`);
	return missing.map((what) => `the soak did not meet ${what}`);
}
