import { ApiError } from '../core';
import type { Refusals } from '../core';
import { codeFor } from './fault-codes';

/** How Trackly refuses (contract: Error). */
export const refusals: Refusals = {
	body: ({ code }, text) => ({ error: text, ...(code !== undefined && { code }) }),

	unknownPath: () => new ApiError('not_found', 'Nothing found', 404), // contract: NotFound

	unknownMethod: () => new ApiError('method_not_allowed', 'Method not allowed', 405), // ours

	/** Unknown query parameters pass. What the contract has no code for is `invalid_request` (ours). */
	invalid(found, documented) {
		const faults = found.filter(
			({ keyword, instancePath }) =>
				keyword !== 'additionalProperties' || instancePath !== '/query',
		);
		if (faults.length === 0) return undefined;
		const code = codeFor(faults, documented);
		if (code !== undefined) return new ApiError(code);
		return faults.some(({ keyword }) => keyword === 'parse')
			? new ApiError('invalid_json', 'The body is not valid JSON')
			: new ApiError('invalid_request', 'The request is not valid');
	},

	/** contract: x-common-error-codes */
	requestTooLarge: () => new ApiError(undefined, 'The request is larger than 5 MB', 413),

	bodyTooLarge: () => new ApiError('payload_too_large'),

	unexpected: (text) => new ApiError('internal_error', text, 500),
};
