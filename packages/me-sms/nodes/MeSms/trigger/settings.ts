import type { IDataObject, IPollFunctions } from 'n8n-workflow';

import { idsReader, InputError, looksUnfinished } from '../../../../../kernel';
import { type EventKind, MESSAGE_EVENTS } from './events';

const HOUR = 60 * 60_000;
/** So many the trigger keeps apart. */
const MAX_UUIDS = 5_000;

/** What a user set, checked. Times are milliseconds. */
export interface TriggerSettings {
	events: readonly EventKind[];
	/** The messages to watch; nothing for all that are new. */
	uuids?: readonly string[];
	createdWithin: number;
	states: readonly string[];
	threshold: number;
	giveUpAfter: number;
	includeExisting: boolean;
	maxRows: number;
}

/** @throws InputError that says which parameter is wrong, for n8n to show when the workflow is published */
export function readSettings(context: IPollFunctions): TriggerSettings {
	const options = context.getNodeParameter('options', {}) as IDataObject;
	const events = context.getNodeParameter('events', []) as EventKind[];
	if (!Array.isArray(events) || events.length === 0) {
		throw missing('Events', 'select at least one event');
	}
	const has = (kind: EventKind) => events.includes(kind);
	const watchesMessages = MESSAGE_EVENTS.some(has);
	const isAll = context.getNodeParameter('watch', 'these') === 'all';
	const states = has('recipientFinal') ? statesIn(context) : [];
	return {
		events,
		uuids: watchesMessages && !isAll ? uuidsIn(context) : undefined,
		createdWithin:
			watchesMessages && isAll ? hours('Created Within (Hours)', createdWithin(context)) : 0,
		states,
		threshold: has('creditsBelow') ? positive('Credits Below', threshold(context)) : 0,
		giveUpAfter: hours('Give Up After (Hours)', options.giveUpAfter ?? 72),
		includeExisting: options.includeExisting === true,
		maxRows: positive('One Item per Number Up To', options.maxRows ?? 100_000),
	};
}

/**
 * Enough that each event that is selected has its turn: with fewer, the same ones would go without at
 * every poll.
 *
 * @throws InputError
 */
export function requestsPerPoll(context: IPollFunctions): number {
	const options = context.getNodeParameter('options', {}) as IDataObject;
	const events = context.getNodeParameter('events', []) as EventKind[];
	const requests = Math.ceil(positive(REQUESTS, options.requestsPerPoll ?? 60));
	const isAll = context.getNodeParameter('watch', 'these') === 'all';
	const watchesMessages = MESSAGE_EVENTS.some((kind) => events.includes(kind));
	const others = events.filter((kind) => !MESSAGE_EVENTS.includes(kind)).length;
	const least = others + (watchesMessages ? (isAll ? 2 : 1) : 0);
	if (requests >= least) return requests;
	throw new InputError(
		REQUESTS,
		'invalid_value',
		`is ${requests}, but the selected events need ${least} at least`,
		'Set a higher number, or select fewer events.',
	);
}

const REQUESTS = 'Requests per Poll';

const createdWithin = (context: IPollFunctions) => context.getNodeParameter('createdWithin', 72);
const threshold = (context: IPollFunctions) => context.getNodeParameter('threshold', 0);

function statesIn(context: IPollFunctions): string[] {
	const states = context.getNodeParameter('states', []) as string[];
	if (Array.isArray(states) && states.length > 0) return states;
	throw missing('Recipient States', 'select at least one state');
}

const UUIDS = 'Message UUIDs';
const readIds = idsReader('message');

function uuidsIn(context: IPollFunctions): string[] {
	const given = context.getNodeParameter('uuids', '') as unknown;
	const list = typeof given === 'string' ? given.trim().replace(/\s*[;\r\n]+\s*/g, ',') : given;
	const uuids = readIds(list, UUIDS, { timezone: context.getTimezone() }) ?? [];
	if (uuids.length === 0) {
		throw missing(UUIDS, 'is empty; enter the UUID of a message, or set Watch to All Messages');
	}
	const unfinished = uuids.findIndex(looksUnfinished);
	if (unfinished >= 0) {
		const wrong = `entry ${unfinished + 1} is "${uuids[unfinished].slice(0, 40)}", which is no UUID`;
		throw new InputError(UUIDS, 'invalid_message_id', wrong);
	}
	if (uuids.length > MAX_UUIDS) {
		const wrong = `holds ${uuids.length} messages, but the trigger watches ${MAX_UUIDS} at most`;
		throw new InputError(UUIDS, 'invalid_value', wrong, 'Remove messages that are complete.');
	}
	return uuids;
}

const hours = (label: string, value: unknown) => positive(label, value) * HOUR;

function positive(label: string, value: unknown): number {
	const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
	if (typeof number === 'number' && Number.isFinite(number) && number > 0) return number;
	throw new InputError(label, 'invalid_value', 'must be a number above 0');
}

function missing(label: string, wrong: string): InputError {
	return new InputError(label, 'missing_value', wrong);
}
