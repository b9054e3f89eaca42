import type { Account } from '../account/account';
import { ApiError } from '../../core';
import { readNumber } from '../phones/lookups';
import type { Lookup } from '../phones/lookups';
import { requireBilling } from './billing';
import type { Call, Handlers } from '../../core';
import { failuresOf } from './records';

/** contract: PhoneValidateRequest */
interface OneBody {
	phone: string;
	force?: boolean;
}
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

/** Paid number lookups, under v1 (contract: validatePhone, validatePhonesBatch). */
export const phoneHandlers: Handlers<Account> = {
	validatePhone(account: Account, { body }: Call<OneBody>) {
		requireBilling(account);
		return account.lookups.look(requireNumber(body.phone), body.force);
	},

	/** A number that comes twice in a batch is paid once, also with `force`. */
	validatePhonesBatch(account: Account, call: Call<BatchBody>) {
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
	},
};

function requireNumber(written: string): string {
	const number = readNumber(written);
	if (number === undefined) throw new ApiError('invalid_phone');
	return number;
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
