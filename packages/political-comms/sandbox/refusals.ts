import type { ErrorObject } from 'ajv';
import { ApiError } from '../../../sandbox/core';
import type { DocumentedCode, Refusals } from '../../../sandbox/core';
import { Refusal } from './requests/refusal';

/** How Political Comms refuses (contract: Error); `finish` gives the body the form of its generation. */
export const refusals: Refusals = {
	body: (error, text) => ({
		error: text,
		...(error.code !== undefined && { code: error.code }),
		...(error instanceof Refusal && error.details !== undefined && { details: error.details }),
	}),

	unknownPath: () => new ApiError('NOT_FOUND', undefined, 404),

	unknownMethod: () => new ApiError(undefined, 'Method not allowed', 405),

	/** Unknown query parameters pass; unknown properties of bodies do not (contract, introduction). */
	invalid(found, documented) {
		const faults = found.filter(
			({ keyword, instancePath }) =>
				keyword !== 'additionalProperties' || instancePath !== '/query',
		);
		if (faults.length === 0) return undefined;
		if (isDateFormat(faults, documented)) return new Refusal('INVALID_DATE_FORMAT');
		if (faults.some(({ keyword }) => keyword === 'parse')) {
			return new Refusal('VALIDATION_ERROR', { text: 'The body is not valid JSON', status: 400 });
		}
		const details = faults.map(issueOf);
		const [{ path, message }] = details;
		return new Refusal('VALIDATION_ERROR', {
			text: `${path.join('.') || 'The request'} ${message}`,
			status: 400,
			details,
		});
	},

	requestTooLarge: () => new ApiError(undefined, 'The request is too large', 413),

	bodyTooLarge: () => new ApiError(undefined, 'The request is too large', 413),

	unexpected: (text) => new ApiError('INTERNAL_ERROR', text, 500),
};

function isDateFormat(faults: readonly ErrorObject[], documented: readonly DocumentedCode[]) {
	return (
		documented.some(({ code }) => code === 'INVALID_DATE_FORMAT') &&
		faults.some(
			({ keyword, instancePath }) =>
				keyword === 'pattern' && /^\/query\/(start|end)Date$/.test(instancePath),
		)
	);
}

/** One entry of `details`. */
function issueOf({ instancePath, keyword, params, message = 'is not valid' }: ErrorObject) {
	const path = instancePath.split('/').slice(2);
	const { missingProperty, additionalProperty } = params as Record<string, string | undefined>;
	if (missingProperty !== undefined)
		return { path: [...path, missingProperty], message: 'is required' };
	if (additionalProperty !== undefined) {
		return { path: [...path, additionalProperty], message: 'is not a known property' };
	}
	return { path, message: keyword === 'not' ? 'holds fields that do not go together' : message };
}
