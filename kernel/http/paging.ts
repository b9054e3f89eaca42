/** How pages of rows follow each other. Names are dotted paths into the response. */
export type Paging = ByPage | ByCursor | ByOffset;

/** Numbered pages, counted by the API, so that they can be read side by side. */
export interface ByPage {
	kind: 'page';
	/** Query parameters. */
	page: string;
	perPage: string;
	/** Counts in the response. */
	total: string;
	totalPages: string;
	/** A cursor that the API returns instead, where it does. */
	cursor?: string;
	cursorParameter?: string;
}

/** Each page names the next one. */
export interface ByCursor {
	kind: 'cursor';
	/** Query parameter. */
	cursorParameter: string;
	/** In the response. */
	cursor: string;
	/** Query parameter for the rows of one page, where there is one. */
	perPage?: string;
}

/** Rows from a place on. */
export interface ByOffset {
	kind: 'offset';
	/** Query parameters. */
	offset: string;
	limit: string;
	/** Count in the response, where there is one. */
	total?: string;
}
