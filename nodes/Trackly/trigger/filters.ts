import type { IDataObject, IHookFunctions, IWebhookFunctions } from 'n8n-workflow';

import { JUDGED_LENGTH, readPattern, redact } from '../../../kernel';
import { toE164 } from '../api/events';
import type { ReadEvent } from './events';

/** What an event must have to start the workflow; a filter that is not set lets everything pass. */
export interface EventFilters {
	/** Numbers of sending lists, E.164. */
	lists: readonly string[];
	/** In lower case. */
	deliveryStatuses: readonly string[];
	/** In lower case. */
	replyContains: string;
	replyMatches?: RegExp;
}

export const NO_FILTERS: EventFilters = { lists: [], deliveryStatuses: [], replyContains: '' };

/** The filters as the user set them. @throws InputError for a pattern that cannot be used */
export function readFilters(context: IHookFunctions | IWebhookFunctions): EventFilters {
	const filters = context.getNodeParameter('filters', {}) as IDataObject;
	const pattern = textOf(filters.replyMatches);
	return {
		lists: textsOf(filters.lists).map(toE164),
		deliveryStatuses: textsOf(filters.deliveryStatuses).map((status) => status.toLowerCase()),
		replyContains: textOf(filters.replyContains).toLowerCase(),
		replyMatches: pattern === '' ? undefined : readPattern(pattern, 'Reply Text Matches'),
	};
}

/** As `readFilters`, but filters that cannot be used let every event pass: no reply may be lost. */
export function readFiltersKindly(context: IWebhookFunctions): EventFilters {
	try {
		return readFilters(context);
	} catch (error) {
		const reason = error instanceof Error ? error.message : 'Unknown error';
		context.logger.warn(
			`Trackly Trigger "${context.getNode().name}" lets every event pass. ${redact(reason)}.`,
			{ workflowId: context.getWorkflow().id },
		);
		return NO_FILTERS;
	}
}

/** Whether an event gets through. What cannot be read cannot be filtered: it passes. */
export function passes({ kind, fields }: ReadEvent, filters: EventFilters): boolean {
	return (
		isWanted(readable(fields.listNumber), filters.lists) &&
		// Only a delivery has one.
		isWanted(fields.status?.toLowerCase(), filters.deliveryStatuses) &&
		(kind !== 'reply' || saysWanted(fields.text, filters))
	);
}

/** A number that is not E.164 cannot be told from others. */
function readable(listNumber: string | null): string | null {
	return listNumber?.startsWith('+') ? listNumber : null;
}

function isWanted(value: string | null | undefined, wanted: readonly string[]): boolean {
	return wanted.length === 0 || value === null || value === undefined || wanted.includes(value);
}

function saysWanted(text: string | null, { replyContains, replyMatches }: EventFilters): boolean {
	if (text === null) return true;
	if (!text.toLowerCase().includes(replyContains)) return false;
	return replyMatches === undefined || text.length > JUDGED_LENGTH || replyMatches.test(text);
}

function textOf(value: unknown): string {
	return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}

function textsOf(values: unknown): string[] {
	return [values]
		.flat()
		.map(textOf)
		.filter((text) => text !== '');
}
