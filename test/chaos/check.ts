import type { IDataObject } from 'n8n-workflow';

import type { ReceivedText, RequestEntry } from '../../sandbox/trackly';
import type { Campaign } from './campaigns';
import { answerIsLost } from './lostAnswer';
import type { Reported } from './reported';
import { verdictOf, type Verdict } from './verdict';

/** One execution of a campaign, retries manually included, and the requests it made. */
export interface ExecutionRecord {
	/** It died or was given up, so that nothing is known from n8n. */
	silent: boolean;
	reported: readonly Reported[];
	requests: readonly RequestEntry[];
}

export interface CampaignRecord {
	campaign: Campaign;
	items: readonly IDataObject[];
	parts: readonly ExecutionRecord[];
	/** What phones received. */
	texts: readonly ReceivedText[];
	/** People who opted out and are to be skipped. */
	optedOut: ReadonlySet<string>;
	/** Whether nothing may be done twice. */
	atMostOnce: boolean;
	/** Whether requests can be lost before the account has seen them. */
	restarts: boolean;
	/** Whether n8n's store of keys failed, so that a retry may find keys of what was never sent. */
	storeFails: boolean;
	/** Items that may be in doubt for good when an execution dies or the store fails: keys taken, nothing sent. */
	underWayAtDeath: number;
}

/** What the account knows about one item in one execution. */
interface AccountView {
	/** Requests that asked for it. */
	asked: number;
	/** Requests that did it. */
	done: number;
	/** Requests whose answer said that it was done. */
	acknowledged: number;
	/** Requests whose answer was lost. */
	lost: number;
	/** Whether the last answer refused this one record of its batch. */
	refusedAtLast: boolean;
}

const NOTHING: AccountView = {
	asked: 0,
	done: 0,
	acknowledged: 0,
	lost: 0,
	refusedAtLast: false,
};

/** Compares what the account did with what n8n reports, item by item. Returns what is wrong. */
export function violationsOf(record: CampaignRecord): string[] {
	const wrong: string[] = [];
	const { campaign, items, parts } = record;
	const keys = items.map((item) => campaign.keyOf(item));
	const doneInAll = new Map<string, number>();
	const lostBefore = new Set<string>();
	let inDoubt = 0;

	parts.forEach((part, index) => {
		const views = accountViews(part.requests, campaign);
		const name = parts.length > 1 ? `execution ${index + 1}, ` : '';
		for (const [key, { done }] of views) doneInAll.set(key, (doneInAll.get(key) ?? 0) + done);
		const verdicts = part.silent ? [] : verdictsOf(part, items.length, name, wrong);
		verdicts.forEach((verdict, item) => {
			const key = keys[item];
			const view = views.get(key) ?? NOTHING;
			const problem = record.atMostOnce
				? contradiction(verdict, view, record.restarts)
				: contradictionWhenRepeated(verdict, view);
			if (problem) wrong.push(`${name}item ${item} is ${verdict}, but ${problem}`);
			if (record.optedOut.has(String(items[item].to))) {
				if (view.asked > 0) wrong.push(`${name}item ${item} was sent to someone who opted out`);
				return;
			}
			if (verdict === 'skipped' && index === 0 && !record.storeFails) {
				wrong.push(`${name}item ${item} is skipped, though nothing was sent before`);
			}
			if (verdict === 'skipped' && !doneInAll.get(key) && !lostBefore.has(key)) inDoubt++;
		});
		for (const [key, { lost }] of views) if (lost > 0) lostBefore.add(key);
		verdicts.forEach((verdict, item) => verdict === 'unknown' && lostBefore.add(keys[item]));
	});

	if (inDoubt > record.underWayAtDeath) {
		wrong.push(`${inDoubt} items were skipped and never done; ${record.underWayAtDeath} could be`);
	}
	if (record.atMostOnce) {
		for (const [key, done] of doneInAll) if (done > 1) wrong.push(`${key} was done ${done} times`);
	}
	if (campaign.texts) wrong.push(...wronglyReceived(record, doneInAll));
	return wrong;
}

/** One verdict for each input item; more or fewer are violations. */
function verdictsOf(
	{ reported }: ExecutionRecord,
	count: number,
	name: string,
	wrong: string[],
): Verdict[] {
	const byItem = Array.from({ length: count }, (): Verdict[] => []);
	for (const { item, json } of reported) {
		if (byItem[item]) byItem[item].push(verdictOf(json));
		else wrong.push(`${name}an outcome belongs to no item: ${JSON.stringify(json)}`);
	}
	byItem.forEach((verdicts, item) => {
		if (verdicts.length !== 1) wrong.push(`${name}item ${item} has ${verdicts.length} outcomes`);
	});
	return byItem.map(([verdict]) => verdict).filter(Boolean).length === count
		? byItem.map(([verdict]) => verdict)
		: [];
}

function contradiction(verdict: Verdict, view: AccountView, restarts: boolean): string | undefined {
	const { done, acknowledged, lost } = view;
	switch (verdict) {
		case 'accepted':
			if (done !== 1) return `it was done ${done} times`;
			return acknowledged === 1 && lost === 0 ? undefined : 'an answer was lost';
		case 'unknown':
			if (done > 1) return `it was done ${done} times`;
			if (acknowledged > 0) return 'its answer arrived';
			return lost === 1 || (lost === 0 && restarts) ? undefined : `${lost} answers were lost`;
		case 'rejected':
		case 'skipped':
			if (done > 0) return `it was done ${done} times`;
			return lost === 0 ? undefined : 'an answer was lost';
	}
}

function contradictionWhenRepeated(verdict: Verdict, view: AccountView): string | undefined {
	switch (verdict) {
		case 'accepted':
			return view.acknowledged > 0 ? undefined : 'no answer says so';
		case 'unknown':
			return view.acknowledged === 0 ? undefined : 'its answer arrived';
		case 'rejected':
		case 'skipped':
			// What was lost before may have been done; the last word was that this record is not.
			if (view.refusedAtLast && view.acknowledged === 0) return undefined;
			return view.done === 0 ? undefined : `it was done ${view.done} times`;
	}
}

/** What the account knows of each record, by its key. */
function accountViews(
	requests: readonly RequestEntry[],
	campaign: Campaign,
): Map<string, AccountView> {
	const views = new Map<string, AccountView>();
	for (const request of requests) {
		const isLost = answerIsLost(request);
		const refused = new Set(request.refused);
		recordsOf(request.body).forEach((record, position) => {
			const key = campaign.keyOf(record);
			const view = { ...(views.get(key) ?? NOTHING) };
			const done = request.done && !refused.has(position);
			view.asked++;
			view.done += Number(done);
			view.acknowledged += Number(done && !isLost);
			view.lost += Number(isLost);
			view.refusedAtLast = request.done && !done && !isLost;
			views.set(key, view);
		});
	}
	return views;
}

/** The records that a request asks for. */
export function recordsOf(body: unknown): Array<Record<string, unknown>> {
	const [batch] = Object.values(body as object).filter(Array.isArray) as unknown[][];
	return (batch ?? [body]) as Array<Record<string, unknown>>;
}

/** Phones have what was done and nothing else. */
function wronglyReceived(
	{ texts, atMostOnce }: CampaignRecord,
	done: Map<string, number>,
): string[] {
	const received = new Map<string, number>();
	for (const { phone, text } of texts) {
		const key = `${phone} ${text}`;
		received.set(key, (received.get(key) ?? 0) + 1);
	}
	const wrong: string[] = [];
	for (const [key, times] of received) {
		if (times > 1 && atMostOnce) wrong.push(`received ${times} times: ${key}`);
		if (!done.get(key)) wrong.push(`received, but no request sent it: ${key}`);
	}
	for (const [key, times] of done) {
		if (times > 0 && !received.has(key)) wrong.push(`taken, but never received: ${key}`);
	}
	return wrong;
}
