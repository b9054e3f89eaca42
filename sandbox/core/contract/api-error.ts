/** A refusal, in the API's codes. A vendor whose errors say more extends it. */
export class ApiError extends Error {
	constructor(
		/** Machine code; undefined where the API sends none. */
		readonly code: string | undefined,
		/** Overrides the text that the contract has for the code. */
		text?: string,
		/** Overrides the HTTP status that the contract has for the code. */
		readonly status?: number,
	) {
		super(text ?? '');
	}
}
