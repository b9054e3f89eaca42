import type { ErrorObject } from 'ajv';
import type { ApiError } from './api-error';
import type { DocumentedCode } from './document';

/** How an API refuses: its codes and the shape of its errors. */
export interface Refusals {
	/** The JSON body of an error. `text` is the error's own, else the contract's for its code. */
	body(error: ApiError, text: string): object;
	/** For a path that the contract does not have. */
	unknownPath(): ApiError;
	/** For a method that the contract does not have at this path. */
	unknownMethod(): ApiError;
	/**
	 * For a request, or one record of a bulk body, that breaks the contract. Paths of faults begin with
	 * where the value came from: `/requestBody`, `/query`, `/path`.
	 *
	 * @param documented codes of the operation, in the contract's order
	 * @returns undefined where the API lets such faults pass
	 */
	invalid(
		faults: readonly ErrorObject[],
		documented: readonly DocumentedCode[],
	): ApiError | undefined;
	/** For a request above the vendor's `maxRequestBytes`. */
	requestTooLarge(): ApiError;
	/** For a body or a record above its `x-max-bytes`. */
	bodyTooLarge(): ApiError;
	/** For a failure of the API itself. */
	unexpected(text?: string): ApiError;
}
