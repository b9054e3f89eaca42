import {
	booleanField,
	type Field,
	integerField,
	numberField,
	onlyOptionsField,
	readGuard,
} from '../../../../../kernel';
import { maxEntries } from '../api/contract.generated/limits';
import { added, addedNumber } from './added';

/** Numbers of a request unless users say otherwise: a lost response leaves no more in doubt (NOTES 3.7). */
export const NUMBERS_PER_REQUEST = 10_000;

/** Numbers of one request at most. */
export const numbersPerRequestField = addedNumber(
	integerField('numbersPerRequest', {
		displayName: 'Numbers per Request',
		default: NUMBERS_PER_REQUEST,
		noDataExpression: true,
		description: `How many numbers one request may hold, up to ${maxEntries.sendSms.msisdns.toLocaleString('en')}. When a response is lost, the outcome of all its numbers is unknown.`,
	}),
	1,
	maxEntries.sendSms.msisdns,
);

/** Whether ME-SMS only calculates (contract: SendSmsRequest.dryRun). */
export const dryRunField: Field<'dryRun', boolean> = {
	...booleanField('dryRun', {
		displayName: 'Dry Run',
		default: true,
		description:
			'Whether ME-SMS only checks the request and calculates what it costs. Nothing is sent.',
	}),
	read: readGuard,
};

const maximumCreditsField = addedNumber(
	numberField('maximumCredits', {
		displayName: 'Maximum Credits',
		default: 1_000,
		description:
			'The most credits that all items of this run may cost together. If it would be more, or if ME-SMS does not say, nothing is sent.',
	}),
	0,
);

const checkBalanceField: Field<'checkBalanceFirst', boolean> = {
	...booleanField('checkBalanceFirst', {
		displayName: 'Check Balance First',
		default: true,
		description:
			'Whether to send nothing unless the credits of the account cover all items of this run',
	}),
	read: readGuard,
};

/** How the cost of a send is found out (contract: previewCost, sendSms). */
const estimateWithField = added(
	onlyOptionsField('estimateCostWith', {
		displayName: 'Estimate Cost With',
		default: 'preview',
		noDataExpression: true,
		description: 'How Maximum Credits and Check Balance First find out what a run costs',
		options: [
			{ name: 'Dry Run', value: 'dryRun', description: 'Better for templates with variables' },
			{ name: 'Preview', value: 'preview' },
		],
	}),
);

/** Options that limit what a run may cost. */
export const costFields = [maximumCreditsField, checkBalanceField, estimateWithField] as const;
