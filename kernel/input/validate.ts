import type { ZodIssue } from 'zod';

import type { ApiRequest, Endpoint, JsonValue } from '../http/endpoint';
import type { Profile, Spelling } from '../profile';
import { InputError } from './inputError';
import { unsendableIn } from './unsendable';

/** The label of each parameter or column, by its API name. */
export type Labels = ReadonlyMap<string, string>;

/** Labels by API name from named parts: `listNumber` also answers for its name in the API. */
export function labelsOf(
	parts: ReadonlyArray<{
		name: string;
		property: { displayName: string; options?: readonly unknown[] };
	}>,
	{ apiName }: Spelling,
): Labels {
	const labels = new Map<string, string>();
	const add = (name: string, label: string) => {
		labels.set(apiName(name), label);
	};
	for (const { name, property } of parts) {
		add(name, property.displayName);
		for (const option of property.options ?? []) {
			if (isNamed(option)) add(option.name, option.displayName);
		}
	}
	return labels;
}

function isNamed(option: unknown): option is { name: string; displayName: string } {
	return typeof option === 'object' && option !== null && 'displayName' in option;
}

/**
 * Checks a body or a record: each of its texts for what no server takes, and all of it against the
 * endpoint's schema.
 *
 * @throws InputError for the first fault, naming the parameter the user sees
 */
export function validate(
	schema: Endpoint['body'],
	value: unknown,
	labels: Labels,
	spelling: Spelling,
): void {
	const unsendable = unsendableIn(value);
	if (unsendable !== undefined) {
		const name = nameIn(unsendable.path, labels, spelling);
		throw new InputError(
			labels.get(name) ?? name,
			`invalid_${name}`,
			unsendable.wrong,
			'Remove this character, e.g. by typing the text again.',
		);
	}
	const result = schema?.safeParse(value);
	if (result === undefined || result.success) return;
	throw problemOf(result.error.issues[0], labels, spelling);
}

/** The API name of the part of a body that users know: the innermost one that has a label. */
function nameIn(path: ReadonlyArray<string | number>, labels: Labels, spelling: Spelling): string {
	const names = path
		.filter((step): step is string => typeof step === 'string')
		.map(spelling.apiName);
	return [...names].reverse().find((step) => labels.has(step)) ?? names[0] ?? 'input';
}

function problemOf(issue: ZodIssue, labels: Labels, spelling: Spelling): InputError {
	const name = nameIn(issue.path, labels, spelling);
	const missing =
		(issue.code === 'invalid_type' && issue.received === 'undefined') ||
		(issue.code === 'too_small' && issue.type === 'string' && issue.minimum === 1);
	const entries = issue.path
		.filter((step) => typeof step === 'number')
		.map((index) => `entry ${index + 1}`);
	const wrong = missing ? 'is empty' : issue.message;
	return new InputError(
		labels.get(name) ?? name,
		spelling.codeOf(missing ? 'missing' : 'invalid', name),
		entries.length === 0 ? wrong : `${entries.join(': ')} ${wrong}`,
	);
}

/**
 * The request's body as JSON text, checked against the endpoint's schema and the size limit.
 *
 * @throws InputError
 */
export function serializeBody(
	{ endpoint, body }: ApiRequest,
	labels: Labels,
	maxBytes: number,
	{ name, spelling }: Pick<Profile, 'name' | 'spelling'>,
): string | undefined {
	if (body === undefined) return undefined;
	validate(endpoint.body, body, labels, spelling);
	return serialize(body, maxBytes, name);
}

/**
 * The record as JSON text.
 *
 * @param apiName whose limit it is
 * @throws InputError `payload_too_large`
 */
export function serialize(record: JsonValue, maxBytes: number, apiName: string): string {
	const text = JSON.stringify(record);
	const bytes = Buffer.byteLength(text);
	if (bytes <= maxBytes) return text;
	throw new InputError(
		'Request',
		'payload_too_large',
		`has ${bytes.toLocaleString('en')} bytes as JSON, but ${apiName} accepts at most ${maxBytes.toLocaleString('en')}`,
	);
}
