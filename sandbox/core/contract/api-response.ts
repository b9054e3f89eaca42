/** A response before it becomes HTTP. A handler returns one where 200 with a body is not enough. */
export class ApiResponse {
	constructor(
		/** HTTP status. */
		readonly status: number,
		/** An object becomes JSON, a text goes as it is; undefined for an empty response. */
		readonly body?: object | string,
		/** A text needs its `Content-Type` here. */
		readonly headers: Readonly<Record<string, string>> = {},
	) {}

	/** The same with further headers. */
	with(headers: Readonly<Record<string, string>>): ApiResponse {
		return new ApiResponse(this.status, this.body, { ...this.headers, ...headers });
	}
}
