import type { IHookFunctions, INodeProperties } from 'n8n-workflow';

import { readTexts } from '../../input/lists';
import { plainText } from '../../input/plainText';
import { readText } from '../../input/read';
import { E164, parsePhoneNumber } from '../../sms/phone';
import type { EventFilter, Found, Judge } from './filter';
import { readPattern } from './pattern';

/** What each filter says about its field and the events it looks at. */
interface Subject {
	property: INodeProperties;
	/** Field of an event. */
	field: string;
	/** Kinds of event that it is for; all others pass. */
	kinds: readonly string[];
}

/** Events whose field is one of the given words, case-insensitive. */
export function wordFilter({ property, field, kinds }: Subject): EventFilter {
	return {
		property,
		read(raw) {
			const wanted = textsIn(raw, property).map((word) => word.toLowerCase());
			return judgeOf(kinds, field, wanted.length > 0, (value) =>
				wanted.includes(value.toLowerCase()),
			);
		},
	};
}

/** Events whose field is one of the given phone numbers, or of what the given entries stand for. */
export function phoneFilter(
	{ property, field, kinds }: Subject,
	lookUp?: (
		context: IHookFunctions,
		entries: readonly string[],
		label: string,
	) => Promise<Record<string, string>>,
): EventFilter {
	const { displayName } = property;
	return {
		property,
		read(raw, found) {
			const wanted = textsIn(raw, property).map((entry) => numberOf(entry, found, displayName));
			return judgeOf(kinds, field, wanted.length > 0, (value) =>
				// A number that is not E.164 cannot be told from others.
				E164.test(value) ? wanted.includes(value) : 'unreadable',
			);
		},
		lookUp:
			lookUp &&
			(async (context, raw) => {
				const unread = textsIn(raw, property).filter((entry) => !isNumber(entry));
				return unread.length === 0 ? {} : await lookUp(context, unread, displayName);
			}),
	};
}

/** Events whose field contains the given words. */
export function containsFilter({ property, field, kinds }: Subject): EventFilter {
	return {
		property,
		read(raw) {
			const wanted = plainText(textIn(raw, property)).trim();
			return judgeOf(kinds, field, wanted !== '', (value) => plainText(value).includes(wanted));
		},
	};
}

/** Events whose field matches the given regular expression. */
export function patternFilter({ property, field, kinds }: Subject): EventFilter {
	return {
		property,
		read(raw) {
			const source = textIn(raw, property);
			if (source === '') return undefined;
			const pattern = readPattern(source, property.displayName);
			return judgeOf(kinds, field, true, (value) => pattern.matches(value));
		},
	};
}

function judgeOf(
	kinds: readonly string[],
	field: string,
	isSet: boolean,
	judge: (value: string) => ReturnType<Judge>,
): Judge | undefined {
	if (!isSet) return undefined;
	return ({ kind, fields }) => {
		if (!kinds.includes(kind)) return true;
		const value = fields[field];
		return value === null || value === undefined ? 'unreadable' : judge(value);
	};
}

function numberOf(entry: string, found: Found, label: string): string {
	return Object.hasOwn(found, entry) ? found[entry] : parsePhoneNumber(entry, undefined, label);
}

function isNumber(entry: string): boolean {
	try {
		return parsePhoneNumber(entry) !== '';
	} catch {
		return false;
	}
}

function textsIn(raw: unknown, { displayName }: INodeProperties): string[] {
	return readTexts(raw, displayName, { timezone: 'utc' }) ?? [];
}

function textIn(raw: unknown, { displayName }: INodeProperties): string {
	return readText(raw, displayName, { timezone: 'utc' })?.trim() ?? '';
}
