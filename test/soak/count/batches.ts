import { nodeRuns, type Execution } from '../../../host/n8n';
import type { RequestEntry } from '../../../sandbox/trackly';
import { reportedIn } from '../../chaos/reported';
import type { Story } from '../report';
import { ANSWER, NODE } from '../workflows';
import { eventIn, eventKey } from './events';
import { askIn, byMarker, partsOf } from './executions';
import {
	countTexts,
	tracesFor,
	tracesOf,
	type Counted,
	type TextBatch,
	type TextCounts,
} from './texts';

/** Texts that were asked for together, and what can be told of them. */
export interface ToldBatch extends TextBatch {
	/** What n8n and the account did, for whoever has to find out what went wrong. */
	history(): string;
}

/** All texts of a soak, by what they were for. */
export function textBatchesOf({ asked, executions, requests, texts }: Story) {
	const sends = requests.filter(({ operationId }) => operationId?.startsWith('sendMessage'));
	const traces = tracesOf(sends, texts);
	const told = (
		about: Pick<TextBatch, 'id' | 'items' | 'optedOut' | 'posts'>,
		own: readonly Execution[] = [],
	): ToldBatch => {
		const mine = tracesFor(about.items, traces);
		return {
			...about,
			parts: partsOf(own, mine.requests),
			texts: mine.texts,
			history: () => historyOf(own, mine.requests),
		};
	};
	const asking = (kind: 'orders' | 'campaigns') => {
		const ran = byMarker(executions[kind], askIn);
		return asked.batches
			.filter((batch) => batch.kind === kind)
			.map((batch) => told(batch, ran.get(batch.id)));
	};
	const heard = byMarker(executions.events, eventIn);
	const answers = asked.said
		.filter(({ event }) => event === 'reply')
		.map((said) => {
			const items = [{ to: said.phone, body: ANSWER + said.text }];
			const about = { id: `answer to ${said.text}`, items, optedOut: new Set<string>(), posts: [] };
			return told(about, heard.get(eventKey(said)));
		});
	return { orders: asking('orders'), campaigns: asking('campaigns'), answers };
}

/** Counts what became of a batch; where something is wrong, with its history. */
export function countBatch(
	batch: ToldBatch,
	isDoubtful: (at: number) => boolean,
): Counted<TextCounts> {
	const { counts, wrong } = countTexts(batch, isDoubtful);
	if (wrong.length > 0) wrong.push(`${batch.id}: ${batch.history()}`);
	return { counts, wrong };
}

function historyOf(executions: readonly Execution[], requests: readonly RequestEntry[]): string {
	const ran = executions.map((execution) => {
		const { id, status, startedAt, stoppedAt, retryOf } = execution;
		const said = reportedIn(nodeRuns(execution, NODE)).map(({ json }) => json.status ?? json.error);
		const why = retryOf ? `, retry of ${retryOf}` : '';
		return `execution ${id} from ${startedAt} to ${stoppedAt}${why}: ${status}, ${said.join(', ')}`;
	});
	const made = requests.map(({ at, status, fault, done }) => {
		return `request at ${at}: ${status ?? 'cut'}${done ? ', done' : ''}${fault ? `, ${fault}` : ''}`;
	});
	return [...ran, ...made].join('; ');
}
