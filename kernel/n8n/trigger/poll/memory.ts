import { randomUUID } from 'node:crypto';
import type { IDataObject, IPollFunctions } from 'n8n-workflow';

import type { PollState } from './session';

/** What a poll found and what it leaves. */
export interface PollMemory {
	state: PollState;
	/** Milliseconds since 1970 before which the API wants no request. */
	notBefore: number;
	/** Keeps what the poll leaves. @param gaveEvents whether it ends with events */
	keep(left: { gaveEvents: boolean; notBefore?: number }): void;
}

/** What the node keeps in the workflow. */
export interface Kept {
	/** The node it belongs to: copies and exports of a workflow carry their memory along. */
	owner: string;
	state: Record<string, string>;
	/** What was in the state before the last events, until it is certain that n8n has them. */
	handed?: {
		/** The process that they were handed to. */
		by: string;
		at: number;
		before: Record<string, string | null>;
	};
	notBefore?: number;
}

/** One entry, so that nobody can find half of a change. */
const ENTRY = 'polled';

/**
 * What polls without events left, by owner, until n8n returns it: where it saves the memory together
 * with an execution, it does not keep that of the poll with which a workflow is published.
 */
const begun = new Map<string, Kept>();

/** Names this process. */
const PROCESS = randomUUID();

/**
 * For how long after them events are handed to n8n again, if another process finds them last: n8n
 * then ended, and nobody knows whether it had made an execution of them. It starts again within
 * an hour; what it has had for longer would start workflows anew with every restart.
 */
const IN_DOUBT_FOR = 60 * 60_000;

/** What this node kept, with the last events taken back where n8n may have lost them. */
export function openMemory(context: IPollFunctions, now: number): PollMemory {
	const data = context.getWorkflowStaticData('node');
	const owner = [context.getInstanceId(), context.getWorkflow().id, context.getNode().id].join('/');
	const kept = ownKept(data, owner);
	const found = new Map(Object.entries(kept.state));
	const { handed } = kept;
	const isApart = isSavedApart(data);
	if (handed !== undefined && handed.by !== PROCESS && now - handed.at < IN_DOUBT_FOR) {
		for (const [key, text] of Object.entries(handed.before)) {
			if (text === null) found.delete(key);
			else found.set(key, text);
		}
	}
	const state = new Map(found);
	return {
		state,
		notBefore: kept.notBefore ?? 0,
		keep({ gaveEvents, notBefore }) {
			const next: Kept = { owner, state: Object.fromEntries(state) };
			if (notBefore !== undefined) next.notBefore = notBefore;
			if (gaveEvents && isApart) {
				next.handed = { by: PROCESS, at: now, before: changes(found, state) };
			}
			if (!isApart && !gaveEvents) begun.set(owner, next);
			data[ENTRY] = next as unknown as IDataObject;
		},
	};
}

function ownKept(data: IDataObject, owner: string): Kept {
	const kept = data[ENTRY] as unknown as Kept | undefined;
	// A damaged workflow may hold anything.
	if (kept?.owner !== owner || !isState(kept.state)) {
		return begun.get(owner) ?? { owner, state: {} };
	}
	begun.delete(owner);
	return kept;
}

function isState(state: unknown): boolean {
	return typeof state === 'object' && state !== null && !Array.isArray(state);
}

/** What has to be put back to have one state for another. */
function changes(to: PollState, from: PollState): Record<string, string | null> {
	const before: Record<string, string | null> = {};
	for (const [key, text] of to) if (from.get(key) !== text) before[key] = text;
	for (const key of from.keys()) if (!to.has(key)) before[key] = null;
	return before;
}

/**
 * Whether n8n saves this memory and the execution with the events one after the other. It watches
 * the memory for changes then; a poll whose memory it saves together with the execution has a copy.
 */
function isSavedApart(data: IDataObject): boolean {
	return '__dataChanged' in data;
}
