import type { IDataObject, IHookFunctions, INodeProperties, IWebhookFunctions } from 'n8n-workflow';

import { redact } from '../../http/redact';
import { toError } from '../../http/requestError';
import type { ReadEvent } from './event';
import { log } from './log';
import { memoryOf, type Memory } from './memory';

/** Whether an event gets through; `unreadable` when it lacks what the filter looks at. */
export type Judgement = boolean | 'unreadable';
export type Judge = (event: ReadEvent) => Judgement;

/** What entries of a filter stand for, as they were looked up, e.g. the number of a list's id. */
export type Found = Readonly<Record<string, string>>;

/** A filter of a trigger, as data. */
export interface EventFilter {
	/** Its field in the Filters collection. */
	property: INodeProperties;
	/** What the user's value lets through; `undefined` when it says nothing. @throws InputError */
	read(raw: unknown, found: Found): Judge | undefined;
	/**
	 * Looks up what entries stand for, once, when the workflow is published.
	 *
	 * @throws InputError, RequestError
	 */
	lookUp?(context: IHookFunctions, raw: unknown): Promise<Record<string, string>>;
}

/** The filters that the user set, by name. Others let everything pass. */
export type Filters = ReadonlyArray<readonly [name: string, judge: Judge]>;

type Context = IHookFunctions | IWebhookFunctions;

/** The Filters collection of a trigger. */
export function filtersParameter(filters: readonly EventFilter[]): INodeProperties {
	return {
		displayName: 'Filters',
		name: 'filters',
		type: 'collection',
		placeholder: 'Add filter',
		default: {},
		options: filters.map(({ property }) => property),
	};
}

/**
 * Checks the filters when the workflow is published, and looks up what they name.
 *
 * @throws InputError for one that cannot be used, RequestError when nothing could be looked up
 */
export async function checkFilters(
	context: IHookFunctions,
	filters: readonly EventFilter[],
	memory: Memory,
): Promise<void> {
	const values = valuesOf(context);
	const found: NonNullable<Memory['found']> = {};
	for (const { property, read, lookUp } of filters) {
		const raw = values[property.name];
		const entries = (await lookUp?.(context, raw)) ?? {};
		if (Object.keys(entries).length > 0) found[property.name] = entries;
		read(raw, entries);
	}
	if (Object.keys(found).length > 0) memory.found = found;
	else delete memory.found;
}

/** The filters for an event that has come. One that cannot be used lets every event pass. */
export function readFilters(context: IWebhookFunctions, filters: readonly EventFilter[]): Filters {
	let values: IDataObject;
	try {
		values = valuesOf(context);
	} catch (error) {
		log(context, `passes on every event, because its filters cannot be read. ${reasonOf(error)}`);
		return [];
	}
	const { found = {} } = memoryOf(context);
	return filters.flatMap(({ property: { name, displayName }, read }) => {
		try {
			const judge = read(values[name], found[name] ?? {});
			return judge === undefined ? [] : [[displayName, judge] as const];
		} catch (error) {
			log(context, `ignores the filter ${displayName}. ${reasonOf(error)}`);
			return [];
		}
	});
}

/**
 * Whether an event gets through all filters. What cannot be read cannot be filtered: it passes.
 *
 * @param onUnreadable is told the filters that could not judge an event which gets through
 */
export function passes(
	event: ReadEvent,
	filters: Filters,
	onUnreadable: (names: string[]) => void = () => undefined,
): boolean {
	const judgements = filters.map(([name, judge]) => [name, judge(event)] as const);
	if (judgements.some(([, judgement]) => judgement === false)) return false;
	const unreadable = judgements.filter(([, judgement]) => judgement === 'unreadable');
	if (unreadable.length > 0) onUnreadable(unreadable.map(([name]) => name));
	return true;
}

function valuesOf(context: Context): IDataObject {
	return (context.getNodeParameter('filters', {}) ?? {}) as IDataObject;
}

function reasonOf(error: unknown): string {
	return redact(toError(error).message);
}
