import { isJsonObject, type JsonObject, type JsonValue } from '../../../../../kernel';

/** What a body says went wrong, in the API's own words and code. */
interface Told {
	text?: string;
	code?: string;
}

/**
 * Reads all forms of an error body (contract: Error). The API writes `error` and `code`, and either
 * `statusCode` or `details`; the layer that checks the key writes `error` and `message`.
 */
export function readError(body: JsonObject, status: number): Told {
	const { error, message, code, success, details, correlationId } = body;
	const isFailure = status >= 400 || success === false;
	const words = (isFailure ? textIn(message) : undefined) ?? textIn(error);
	if (words === undefined) return { code: textIn(code) };
	const facts = [...factsIn(details), ...(textIn(correlationId) ? [`ID ${correlationId}`] : [])];
	return {
		text: facts.length === 0 ? words : `${words} (${facts.join('; ')})`,
		code: textIn(code),
	};
}

/** What the details say besides, in words; unknown ones are left out (contract: ErrorDetails). */
function factsIn(details: JsonValue | undefined): string[] {
	if (Array.isArray(details)) return details.flatMap(issueIn);
	if (!isJsonObject(details)) return [];
	const { projects, lists, scope, missingSteps, entitlement } = details;
	return [
		...named('projects', projects),
		...named('lists', lists),
		...(textIn(scope) ? [`paused for the ${scope}`] : []),
		...named('missing', missingSteps),
		...(textIn(entitlement) ? [`needs ${entitlement}`] : []),
	];
}

/** An issue with a field; its form is not published, so several are read. */
function issueIn(issue: JsonValue): string[] {
	if (typeof issue === 'string') return [issue];
	if (!isJsonObject(issue)) return [];
	const { path, field, message } = issue;
	const place = Array.isArray(path) ? path.join('.') : (textIn(path) ?? textIn(field));
	const words = [place, textIn(message)].filter((part) => part);
	return words.length === 0 ? [] : [words.join(' ')];
}

/** `projects: Canvass weekend, Rally`. */
function named(what: string, things: JsonValue | undefined): string[] {
	if (!Array.isArray(things)) return [];
	const names = things.flatMap(
		(thing) => textIn(isJsonObject(thing) ? (thing.name ?? thing.id) : thing) ?? [],
	);
	return names.length === 0 ? [] : [`${what}: ${names.join(', ')}`];
}

function textIn(value: JsonValue | undefined): string | undefined {
	return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}
