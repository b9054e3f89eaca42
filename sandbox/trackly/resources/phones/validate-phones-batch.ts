import type { Call } from '../../../core';
import type { Account } from '../../account/account';
import type { Lookup } from '../../phones/lookups';
import { requireBilling } from '../billing';
import { failuresOf } from '../records';
import { requireNumber } from './require-number';

/** contract: PhoneBatchRequest */
interface BatchBody {
	phones: string[];
	force?: boolean;
}

/** contract: PhoneValidationError */
interface Failure {
	phone: string;
	error: string;
	code?: string;
	message: string;
}

/** A number that comes twice in a batch is paid once, also with `force`. */
export function validatePhonesBatch(account: Account, call: Call<BatchBody>) {
	requireBilling(account);
	const { phones, force = false } = call.body;
	const results: Array<Lookup | Failure> = [];
	const paid = new Set<string>();
	const failures = failuresOf(call, phones, (written, index) => {
		const number = requireNumber(written);
		results[index] = account.lookups.look(number, force && !paid.has(number));
		paid.add(number);
	});
	for (const { index, code, error } of failures) {
		results[index] = { phone: phones[index], error: 'validation_error', code, message: error };
	}
	return { results, summary: summaryOf(results) };
}

/** contract: PhoneBatchSummary */
function summaryOf(results: ReadonlyArray<Lookup | Failure>) {
	const found = results.filter((result) => 'disposition' in result);
	const count = (wanted: Lookup['disposition']) =>
		found.filter(({ disposition }) => disposition === wanted).length;
	return {
		total: results.length,
		ok: count('ok'),
		unreachable: count('unreachable'),
		invalid: count('invalid'),
		risky: count('risky'),
		unknown: count('unknown'),
		errors: results.length - found.length,
		cached: found.filter(({ cached }) => cached).length,
		// Thousandths of a dollar added as whole numbers, so that no dust is left over.
		total_cost: found.reduce((sum, { cost }) => sum + cost * 1_000, 0) / 1_000,
	};
}
