import type { BulkNames, Profile } from '../profile';
import { readCount } from './count';
import { isJsonObject, type JsonObject, type JsonValue } from './endpoint';
import { redact } from './redact';
import { RequestError } from './requestError';
import { saysYes } from './response';

/** What a request of many records says besides those it names as failed. */
export interface BulkCounts {
	/** Name of the count of accepted records. */
	accepted: string;
	/** Name of the count of records that were there before, where there is one. */
	skipped?: string;
}

type Manners = Pick<Profile, 'name' | 'readError' | 'saysNo' | 'envelope' | 'secrets' | 'bulk'>;

/** What happened to the record at a place of the request: its error, or nothing where it was taken. */
export type RecordVerdict = (place: number) => RequestError | undefined;

/**
 * Reads the response to many records: which of them it names as failed. Good records are only
 * counted, so all that are not named count as taken where the counts agree. Where they do not, or
 * where there are none, nobody can tell which were taken: these are `unknown`, or done where a
 * repeat could do no harm.
 *
 * @param identities what tells each record apart for its owner, e.g. the recipient
 */
export function readBulkResponse(
	body: JsonObject,
	identities: readonly string[],
	counts: BulkCounts,
	profile: Manners,
	idempotent: boolean,
): RecordVerdict {
	const sent = identities.length;
	const { failed, doubtful, least, unplaced } = readErrors(body, identities, profile);
	const accepted = readCount(body[counts.accepted]);
	const skipped = counts.skipped === undefined ? 0 : (readCount(body[counts.skipped]) ?? 0);
	const failedCount = readCount(body[namesIn(profile).failedCount]) ?? 0;

	const refusal = refusalOf(body, profile, accepted, failedCount, sent, idempotent);

	const most = new Set([...failed.keys(), ...doubtful]).size;
	if (refusal !== undefined) {
		// Where some are named and nothing is counted, the no may be about these alone.
		const others = accepted === undefined && most > 0 ? doubt(profile) : refusal;
		return (place) => failed.get(place) ?? others;
	}
	const allAreNamed = unplaced === 0 && failedCount <= most;
	const contradicts = profile.saysNo(body) && accepted === sent;
	// Without a count there is no evidence; what a repeat cannot harm counts as done by its 2xx.
	const taken = accepted === undefined ? undefined : accepted + skipped;
	const isUncounted = body[counts.accepted] === undefined;
	const isEnough =
		taken === undefined ? idempotent && isUncounted : taken <= sent && taken + most >= sent;
	const rest = allAreNamed && isEnough && !contradicts ? undefined : doubt(profile);
	// Some are named as failed and counted as taken: one of the two is wrong.
	const overCounted = taken !== undefined && taken + least > sent;
	return (place) => {
		if (doubtful.has(place)) return doubt(profile);
		const error = failed.get(place);
		return error !== undefined && overCounted ? doubt(profile) : (error ?? rest);
	};
}

/** The API's word that none of the records was taken, where it is one. */
function refusalOf(
	body: JsonObject,
	profile: Manners,
	accepted: number | undefined,
	failedCount: number,
	sent: number,
	idempotent: boolean,
): RequestError | undefined {
	if (accepted !== undefined && accepted > 0) return undefined;
	const told = profile.readError(body, 200);
	// An error text beside a yes leaves it open, where a repeat could do harm and nothing is counted.
	const contradicts = accepted === undefined && !idempotent && saysYes(body, profile.envelope);
	const saysNo = profile.saysNo(body) || (told.text !== undefined && !contradicts);
	if (!saysNo && !(accepted === 0 && failedCount >= sent)) return undefined;
	const text = told.text ?? `${profile.name} rejected all records of this batch`;
	return new RequestError(redact(text, profile.secrets), {
		kind: 'refused',
		code: told.code ?? 'rejected',
	});
}

interface NamedErrors {
	/** By place, where the entry names one record and no other. */
	failed: Map<number, RequestError>;
	/** Places that an entry names by its index or its identity, but not by both. */
	doubtful: Set<number>;
	/** Records that failed at least: an entry whose index and identity differ means one of the two. */
	least: number;
	/** Entries that name no record. */
	unplaced: number;
}

function readErrors(
	body: JsonObject,
	identities: readonly string[],
	profile: Manners,
): NamedErrors {
	const names = namesIn(profile);
	const entries = body[names.errors];
	const found: NamedErrors = { failed: new Map(), doubtful: new Set(), least: 0, unplaced: 0 };
	const indexes = new Set<number>();
	const placesOf = placeFinder(identities);
	for (const entry of Array.isArray(entries) ? entries : wordsIn(entries)) {
		const index = isJsonObject(entry) ? readCount(entry[names.index]) : undefined;
		if (!isJsonObject(entry) || index === undefined || index >= identities.length) {
			found.unplaced++;
			continue;
		}
		indexes.add(index);
		const other = otherPlaces(entry, index, placesOf, names);
		if (other === undefined) {
			const { text, code } = profile.readError(entry, 400);
			const details = said(entry, names.details ?? []);
			found.failed.set(index, recordError(text, code, profile, details));
		} else {
			found.doubtful.add(index);
			for (const place of other) found.doubtful.add(place);
		}
	}
	found.least = indexes.size;
	return found;
}

/** What stands in the place of the list of errors: it names no record, but it may say something. */
function wordsIn(value: JsonValue | undefined): JsonValue[] {
	const isEmpty = !value || (isJsonObject(value) && Object.keys(value).length === 0);
	return isEmpty ? [] : [value];
}

/** Whether a response counts an accepted record. */
export function isSomeCounted(body: JsonObject, { accepted }: BulkCounts): boolean {
	return (readCount(body[accepted]) ?? 0) > 0;
}

/** Whether a response counts no accepted record, or has no such count. */
export function isNoneCounted(body: JsonObject, { accepted }: BulkCounts): boolean {
	return body[accepted] === undefined || readCount(body[accepted]) === 0;
}

/** What a response says of the whole request under these names, for each of its items. */
export function summaryOf(body: JsonObject, names: readonly string[] = []): JsonObject {
	const told = said(body, names);
	return Object.keys(told).length === 0 ? {} : { batch_summary: told };
}

function said(body: JsonObject, names: readonly string[]): JsonObject {
	const told = names.filter((name) => body[name] !== undefined && body[name] !== null);
	return Object.fromEntries(told.map((name) => [name, body[name]]));
}

type PlaceFinder = (identity: string) => readonly number[];

/** Finds the places of an identity; the table is made when it is needed first. */
function placeFinder(identities: readonly string[]): PlaceFinder {
	let table: Map<string, number[]> | undefined;
	return (identity) => {
		if (table === undefined) {
			table = new Map();
			for (const [place, each] of identities.entries()) {
				const places = table.get(plain(each));
				if (places) places.push(place);
				else table.set(plain(each), [place]);
			}
		}
		return table.get(plain(identity)) ?? [];
	};
}

/**
 * Places whose record the entry identifies although its index says another one; `undefined` where
 * both agree or the entry identifies nobody.
 */
function otherPlaces(
	entry: JsonObject,
	index: number,
	placesOf: PlaceFinder,
	names: BulkNames,
): number[] | undefined {
	const ignored = new Set<string>([names.index, names.text, names.code]);
	const told = Object.entries(entry)
		.filter(([name, value]) => !ignored.has(name) && isScalar(value))
		.flatMap(([, value]) => placesOf(String(value)));
	return told.length === 0 || told.includes(index) ? undefined : told;
}

function isScalar(value: JsonValue | undefined): boolean {
	return typeof value === 'string' || typeof value === 'number';
}

/** The same number or name in another spelling is still the same record. */
function plain(identity: string): string {
	const text = identity.trim().toLowerCase();
	return /^\+?[\d\s().-]+$/.test(text) ? text.replace(/\D/g, '') : text;
}

/**
 * Reads the response to many records that has a result for each of them, in its place. An entry
 * with an error text is a failure.
 *
 * @returns the result of the record at a place, or its failure
 */
export function readBulkResults(
	body: JsonObject,
	identities: readonly string[],
	resultsName: string,
	profile: Manners,
): (place: number) => JsonObject | RequestError {
	const results = body[resultsName];
	const refusal = Array.isArray(results)
		? undefined
		: refusalOf(body, profile, undefined, 0, 1, true);
	if (refusal !== undefined) return () => refusal;
	if (!Array.isArray(results) || results.length !== identities.length) {
		return () => unplacedResult(profile);
	}
	const placesOf = placeFinder(identities);
	return (place) => {
		const result = results[place];
		const isOwn =
			isJsonObject(result) &&
			Object.keys(result).length > 0 &&
			otherPlaces(result, place, placesOf, namesIn(profile)) === undefined;
		if (!isOwn) return unplacedResult(profile);
		const { text, code } = profile.readError(result, 400);
		return text === undefined && !profile.saysNo(result)
			? result
			: recordError(text, code, profile);
	};
}

/**
 * What can be said of each record that was taken. Records that were there before are only counted,
 * not named, so with some of them nobody can tell which record is which.
 *
 * @returns `acceptedStatus`, `skipped` when nothing else was taken, or `<acceptedStatus>_or_skipped`
 *   together with the count of the request
 */
export function acceptedRecord(
	body: JsonObject,
	acceptedStatus: string,
	{ accepted, skipped: skippedName }: Partial<BulkCounts>,
): JsonObject {
	const skipped = skippedName === undefined ? 0 : (readCount(body[skippedName]) ?? 0);
	if (skippedName === undefined || skipped === 0) return { status: acceptedStatus };
	const none = accepted !== undefined && readCount(body[accepted]) === 0;
	return { status: none ? 'skipped' : `${acceptedStatus}_or_skipped`, [skippedName]: skipped };
}

function doubt({ name }: Manners): RequestError {
	return new RequestError(
		`${name} did not say for each record of this batch whether it was accepted`,
		{
			kind: 'unknown',
			code: 'outcome_unknown',
		},
	);
}

function unplacedResult({ name }: Manners): RequestError {
	return new RequestError(`${name} did not return one result for each record of this batch`, {
		kind: 'unknown',
		code: 'outcome_unknown',
	});
}

function recordError(
	text: string | undefined,
	code: string | undefined,
	{ name, secrets }: Manners,
	details?: JsonObject,
): RequestError {
	return new RequestError(redact(text ?? `${name} rejected this record`, secrets), {
		kind: 'refused',
		code: code ?? 'rejected',
		details,
	});
}

/** @throws Error for an operation of an API that takes one record at a time */
function namesIn({ name, bulk }: Manners): BulkNames {
	if (bulk === undefined) throw new Error(`The profile of ${name} names no bulk response`);
	return bulk;
}
