import pLimit from 'p-limit';

import { failure, type Outcome } from '../../delivery/outcome';
import { RequestError, toError } from '../../http/requestError';
import { InputError } from '../../input/inputError';
import type { Client, RunContext } from '../run/operation';

/** An item that may have a check, as `Guarded` describes it. */
interface Checked {
	itemIndex: number;
	check?(client: Client): Promise<void>;
}

/** Checks under way at the same time. */
const CONCURRENCY = 4;

/**
 * Runs the checks of items that have one.
 *
 * @returns outcomes of those that may not be sent: the check says no, or it could not be made
 */
export async function runChecks(
	run: RunContext,
	entries: readonly Checked[],
): Promise<ReadonlyMap<number, Outcome>> {
	const found = new Map<number, Outcome>();
	const checked = entries.filter(({ check }) => check !== undefined);
	if (checked.length === 0) return found;
	const limit = pLimit(CONCURRENCY);
	let end: RequestError | undefined;
	const runOne = async ({ itemIndex, check }: Checked) => {
		try {
			if (end !== undefined) throw end;
			await check!(await run.client());
		} catch (thrown) {
			const error = notChecked(toError(thrown));
			if (error instanceof RequestError && error.fatal) end ??= error;
			found.set(itemIndex, failure(error));
		}
	};
	await Promise.all(checked.map((entry) => limit(async () => await runOne(entry))));
	return found;
}

/**
 * Asks whether a run may send what it is about to send.
 *
 * @returns why not, also where that could not be found out
 */
export async function runCheck(
	run: RunContext,
	check: (client: Client) => Promise<void>,
): Promise<Error | undefined> {
	try {
		await check(await run.client());
		return undefined;
	} catch (thrown) {
		const error = toError(thrown);
		// The check itself may have done something, which must not look as if nothing was.
		const isAlarm = error instanceof RequestError && error.kind === 'unknown' && error.fatal;
		return isAlarm ? error : notChecked(error);
	}
}

/** Whatever became of the lookup, of the request it is known that it was not made. */
function notChecked(error: Error): Error {
	if (error instanceof InputError) return error;
	const { fatal = false, status, code = 'not_checked' } = error as Partial<RequestError>;
	const text = `Not sent, because its safeguards could not be checked: ${error.message}`;
	return new RequestError(text, { kind: 'refused', code, status, fatal });
}
