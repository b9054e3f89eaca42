import { ApiError } from '../../../sandbox/core';
import type { Refusals } from '../../../sandbox/core';

/** How ME-SMS refuses (contract: Error). */
export const refusals: Refusals = {
	body: ({ code }, text) => ({ error: text, ...(code !== undefined && { code }) }),

	unknownPath: () => new ApiError(undefined, 'Nothing there', 404),

	unknownMethod: () => new ApiError(undefined, 'Method not allowed', 405),

	/** Unknown fields and query parameters pass. */
	invalid(found) {
		const faults = found.filter(({ keyword }) => keyword !== 'additionalProperties');
		if (faults.length === 0) return undefined;
		const [{ keyword, instancePath, message, params }] = faults;
		if (keyword === 'parse') return new ApiError(undefined, 'The body is not valid JSON', 400);
		const { missingProperty = '' } = params as { missingProperty?: string };
		const field = instancePath.split('/').slice(2).join('/') || missingProperty || 'The request';
		return new ApiError(undefined, `${field} ${message ?? 'is not valid'}`, 400);
	},

	requestTooLarge: () => new ApiError(undefined, 'The request is too large', 413),

	bodyTooLarge: () => new ApiError(undefined, 'The request is too large', 413),

	unexpected: (text) => new ApiError(undefined, text ?? 'Something went wrong', 500),
};
