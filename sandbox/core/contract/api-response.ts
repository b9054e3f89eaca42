/** A response before it becomes HTTP. A handler returns one where 200 with a body is not enough. */
export class ApiResponse {
	constructor(
		/** HTTP status. */
		readonly status: number,
		/** Becomes JSON; undefined for an empty response. */
		readonly body?: object,
		readonly headers: Readonly<Record<string, string>> = {},
	) {}
}
