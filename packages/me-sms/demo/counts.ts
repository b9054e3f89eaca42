import type { MessageReport } from '../sandbox';
import { CUSTOMERS, UNUSABLE } from './customers';

/** What a campaign came to, counted from n8n's executions and the account's journal. */
export interface CampaignCounts {
	/** Rows of the sheet. */
	rows: number;
	/** Rows with a number that was refused before anything was sent. */
	refused: number;
	/** Rows whose number stood in an earlier one. */
	repeated: number;
	/** Rows whose text the account accepted. */
	queued: number;
	/** Requests that took. */
	requests: number;
	/** Texts that arrived. */
	delivered: number;
	/** Texts that did not, in any final state. */
	undelivered: number;
	/** Texts without a final state. */
	pending: number;
	/** Rows into which a final state was written. */
	answered: number;
	/** Texts that a phone got twice. */
	twice: number;
	/** Texts that were queued and of which neither the account nor, once they are final, the sheet knows. */
	lost: number;
}

/** What the counts are made of. */
export interface Evidence {
	rows: number;
	refused: number;
	/** What came out for each number that was good. */
	sent: ReadonlyArray<{ status?: string }>;
	/** Which text each answer is about. */
	answers: readonly string[];
	/** The account's messages. */
	messages: readonly MessageReport[];
}

export function countCampaign({
	rows,
	refused,
	sent,
	answers,
	messages,
}: Evidence): CampaignCounts {
	const withStatus = (wanted: string) => sent.filter(({ status }) => status === wanted).length;
	const states = messages.flatMap(({ counts }) => Object.entries(counts));
	const inState = (is: (state: string) => boolean) =>
		states.reduce((sum, [state, count]) => (is(state) ? sum + count : sum), 0);
	const queued = withStatus('queued');
	const pending = inState((state) => state === 'pending');
	const known = inState(() => true);
	const answered = new Set(answers).size;
	return {
		rows,
		refused,
		repeated: withStatus('skipped'),
		queued,
		requests: messages.length,
		delivered: inState((state) => state === 'success'),
		undelivered: inState((state) => !['success', 'pending'].includes(state)),
		pending,
		answered,
		twice: messages.reduce((sum, { repeated }) => sum + repeated, 0),
		lost: queued - known + (known - pending - answered),
	};
}

/** @throws Error when the campaign did not go as it must */
export function assertWentWell(counts: CampaignCounts): void {
	const { rows, refused, repeated, queued, requests, twice, lost } = counts;
	const { delivered, undelivered, pending, answered } = counts;
	const good =
		rows === CUSTOMERS + UNUSABLE + 1 &&
		refused === UNUSABLE &&
		repeated === 1 &&
		queued === CUSTOMERS &&
		requests === 1 &&
		delivered + undelivered + pending === CUSTOMERS &&
		delivered > 0 &&
		answered === delivered + undelivered &&
		[twice, lost].every((count) => count === 0);
	if (!good) throw new Error(`The campaign did not go as it must: ${JSON.stringify(counts)}`);
}
