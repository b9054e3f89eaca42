import { type JsonObject, type JsonValue, isJsonObject, RequestError } from '../../../../../kernel';
import { aliases } from './contract.generated/aliases';
import { named } from './read';

const { SendSmsResult } = aliases;

/** What a send says of its message (contract: SendSmsResult): all its numbers are queued, or scheduled. */
export function sentMessage(body: JsonObject, asked: JsonObject): JsonObject | undefined {
	const uuid = uuidIn(body);
	const facts = costIn(body);
	if (asked.dryRun === true) return facts;
	if (uuid === undefined) return undefined;
	const { scheduledTime } = asked;
	return { status: scheduledTime === undefined ? 'queued' : 'scheduled', uuid, ...facts };
}

/** Whether a response shows that a message was made. */
export function hasUuid(body: JsonValue | undefined): boolean {
	return isJsonObject(body) && uuidIn(body) !== undefined;
}

/** The UUID of the message that a send made; nothing where the response has none. */
export function uuidIn(body: JsonObject): string | undefined {
	const uuid = named(body, SendSmsResult.uuid);
	return typeof uuid === 'string' && uuid.trim() !== '' ? uuid : undefined;
}

/** Parts, credits and recipients, as far as a response names them (contract: SendSmsResult, CostEstimate). */
export function costIn(body: JsonObject): JsonObject {
	const parts = numberIn(body, aliases.CostEstimate.parts);
	const credits = numberIn(body, aliases.CostEstimate.credits);
	const recipients = numberIn(body, aliases.CostEstimate.recipients);
	return {
		...(parts !== undefined && { parts }),
		...(credits !== undefined && { credits }),
		...(recipients !== undefined && { recipients }),
	};
}

/** A count, also as text. */
export function numberIn(body: JsonObject, names: readonly string[]): number | undefined {
	const value = named(body, names);
	const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
	return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}

/**
 * A response to a dry run that names a message: ME-SMS may have sent it (contract: SendSmsResult). Ends the
 * run, for the next dry run could be sent as well.
 */
export function notDry(body: JsonObject, asked: JsonObject): RequestError | undefined {
	return asked.dryRun === true ? mayHaveSent(body, 'dry run') : undefined;
}

/** The same for either request that finds out a cost: the path of Preview may lead to one that sends. */
export function notCostOnly(body: JsonObject, asked: JsonObject): RequestError | undefined {
	return mayHaveSent(body, asked.dryRun === true ? 'dry run' : 'preview');
}

/** Calls that only find out a cost, with the code of an alarm about each. */
const ALARMS = { 'dry run': 'dry_run_may_have_sent', preview: 'preview_may_have_sent' } as const;

function mayHaveSent(body: JsonObject, call: keyof typeof ALARMS): RequestError | undefined {
	// Also one that is no text: for an alarm, what looks like a message is enough.
	const uuid = named(body, SendSmsResult.uuid) ?? '';
	const isReal = call === 'dry run' && named(body, ['dryRun']) === false;
	if (uuid === '' && !isReal) return undefined;
	const what = uuid === '' ? 'that it was none' : `with the UUID of a message, ${shown(uuid)}`;
	const text = `ME-SMS responded to a ${call} ${what}: the text may really have been sent`;
	return new RequestError(text, {
		kind: 'unknown',
		code: ALARMS[call],
		fatal: true,
		details: uuid === '' ? undefined : { uuid },
	});
}

/** Nobody knows what else an object holds, e.g. a phone number. */
function shown(value: JsonValue): string {
	return typeof value === 'object' ? '…' : String(value);
}
