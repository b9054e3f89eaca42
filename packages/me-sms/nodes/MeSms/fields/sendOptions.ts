import type { JsonObject } from '../../../../../kernel';
import { costFields, dryRunField, NUMBERS_PER_REQUEST, numbersPerRequestField } from './sending';
import { templateField, variablesField } from './text';
import { scheduledTimeField, whenFields } from './when';

/** Options of a send whose text is the same for all its numbers. */
export const sendOptions = [
	scheduledTimeField,
	...whenFields,
	templateField,
	variablesField,
	...costFields,
	dryRunField,
	numbersPerRequestField,
] as const;

/** Numbers that one request may hold, by the options of a send. */
export function perRequest({
	numbersPerRequest = NUMBERS_PER_REQUEST,
}: {
	numbersPerRequest?: number;
}): number {
	return numbersPerRequest;
}

/** What a body says of a dry run: the JSON value `true` or nothing (contract: SendSmsRequest.dryRun). */
export function dryRunPart({ dryRun }: { dryRun?: boolean }): { dryRun?: true } {
	return dryRun === true ? { dryRun } : {};
}

/** Whether ME-SMS only calculates what a body asks for. */
export function isDryRun({ dryRun }: JsonObject = {}): boolean {
	return dryRun === true;
}
