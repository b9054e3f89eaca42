import type { IDataObject, INodeExecutionData, IPollFunctions } from 'n8n-workflow';

import { failure } from '../../../delivery/outcome';
import { InputError } from '../../../input/inputError';
import type { Profile } from '../../../profile';
import { createClient } from '../../run/client';
import { toNodeError } from '../../run/nodeErrors';
import { withAdvice } from '../activation';
import { hashOf } from '../eventId';
import { log } from '../log';
import { alone } from './lock';
import { openMemory } from './memory';
import {
	countedClient,
	Enough,
	isTooMany,
	type PollEvent,
	type PollSession,
	type PollState,
	type Watch,
} from './session';

/** What a package brings to the kernel for a trigger that asks an API again and again. */
export interface PollTrigger {
	profile: Profile;
	/** What items call the id that tells an event from others, in the spelling of its fields. */
	eventIdName: string;
	/**
	 * What the node is to look at, by its parameters: those that take few requests first.
	 *
	 * @throws InputError where they make no sense, which n8n shows when the workflow is published
	 */
	watches(context: IPollFunctions): Watch[];
	/** Requests that one poll may make; the next one continues. */
	requestsPerPoll(context: IPollFunctions): number;
	/** Why the editor has no event to show, in a sentence. */
	nothingToShow: string;
}

const REQUESTS_PER_SAMPLE = 20;
/** Milliseconds: a poll has not many minutes, and reads only. */
const LONGEST_RESPONSE = 60_000;
/** Where n8n is too old to say how long a poll may take. */
const USUAL_BUDGET = 5 * 60_000;
/** How long an API is left alone that wants it but does not say for how long. */
const USUAL_PAUSE = 2 * 60_000;

/** Longer pauses come of a clock that was set back, or are none that an API means. */
const LONGEST_PAUSE = 24 * 60 * 60_000;

/**
 * One poll of a trigger: the items of what happened since the last one, nothing (`null`) where
 * nothing did or a poll is under way already.
 *
 * An item comes at least once: its `eventIdName` is the same each time.
 *
 * @throws NodeApiError, NodeOperationError
 */
export async function poll(
	context: IPollFunctions,
	trigger: PollTrigger,
): Promise<INodeExecutionData[][] | null> {
	try {
		const watches = trigger.watches(context);
		const events =
			context.getMode() === 'manual'
				? await sample(context, trigger, watches)
				: await alone(keyOf(context), async () => await look(context, trigger, watches));
		if (events === undefined || events.length === 0) return null;
		return [events.map((event) => ({ json: itemOf(event, trigger.eventIdName) }))];
	} catch (error) {
		throw withAdvice(toNodeError(context.getNode(), failure(error), trigger.profile));
	}
}

function keyOf(context: IPollFunctions): string {
	return `${context.getWorkflow().id}/${context.getNode().id}`;
}

async function look(
	context: IPollFunctions,
	trigger: PollTrigger,
	watches: readonly Watch[],
): Promise<PollEvent[]> {
	const now = Date.now();
	const memory = openMemory(context, now);
	const left = memory.notBefore - now;
	if (left > 0 && left <= LONGEST_PAUSE) return [];
	const { session, events } = await openSession(context, trigger, now, memory.state);
	const keys = new Set(watches.map(({ key }) => key));
	for (const key of memory.state.keys()) {
		if (!keys.has(key.split('/', 1)[0])) memory.state.delete(key);
	}
	let problem: unknown;
	try {
		for (const watch of watches) await watch.poll(session);
	} catch (error) {
		problem = error;
	}
	const notBefore = isTooMany(problem)
		? Date.now() + (problem.retryAfter ?? USUAL_PAUSE)
		: undefined;
	if (notBefore !== undefined) {
		session.log(`was asked by ${trigger.profile.name} to make fewer requests and pauses`);
	}
	memory.keep({ gaveEvents: events.length > 0, notBefore });
	const isOver = problem === undefined || problem instanceof Enough || notBefore !== undefined;
	// What was found first goes first: a problem that lasts meets the next poll as well.
	if (!isOver && events.length === 0) throw problem;
	return events;
}

async function sample(
	context: IPollFunctions,
	trigger: PollTrigger,
	watches: readonly Watch[],
): Promise<PollEvent[]> {
	const allowed = { ...trigger, requestsPerPoll: () => REQUESTS_PER_SAMPLE };
	const { session } = await openSession(context, allowed, Date.now(), new Map());
	const events: PollEvent[] = [];
	for (const watch of watches) events.push(...(await watch.sample(session)));
	if (events.length === 0) throw new InputError('Events', 'no_event', trigger.nothingToShow);
	return events;
}

async function openSession(
	context: IPollFunctions,
	{ profile, requestsPerPoll }: PollTrigger,
	now: number,
	state: PollState,
): Promise<{ session: PollSession; events: PollEvent[] }> {
	const { retry } = profile;
	const responseTimeout = Math.min(profile.responseTimeout, LONGEST_RESPONSE);
	// A refusal for now ends the poll instead of being waited for.
	const unprocessed = retry.unprocessed.filter((status) => status !== 429);
	const client = await createClient(context, {
		...profile,
		responseTimeout,
		retry: { ...retry, unprocessed },
	});
	const budget = context.getPollBudgetMs?.() ?? USUAL_BUDGET;
	const events: PollEvent[] = [];
	const session = {
		...countedClient(client, {
			requests: requestsPerPoll(context),
			// A request that is made last may take its time.
			until: now + Math.max(budget - responseTimeout, budget / 2),
		}),
		now,
		state,
		emit: (event: PollEvent) => void events.push(event),
		log: (text: string) => log(context, text),
	};
	return { session, events };
}

function itemOf({ kind, fields, identity }: PollEvent, idName: string): IDataObject {
	return { event: kind, ...fields, [idName]: hashOf(JSON.stringify([kind, ...identity])) };
}
