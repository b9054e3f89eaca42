/**
 * Where a value lies in a response: a dotted path, empty for the response itself, or several such paths
 * where the API may use any of them.
 */
export type Place = string | readonly string[];

/** How pages of rows follow each other. */
export type Paging = ByPage | ByCursor | ByOffset | ByNumber;

/** Numbered pages, counted by the API, so that they can be read side by side. */
export interface ByPage {
	kind: 'page';
	/** Query parameters. */
	page: string;
	perPage: string;
	/** Counts in the response. */
	total: Place;
	totalPages: Place;
	/** A cursor that the API returns instead, where it does. */
	cursor?: Place;
	cursorParameter?: string;
}

/** Each page names the next one. */
export interface ByCursor {
	kind: 'cursor';
	/** Query parameter. */
	cursorParameter: string;
	/** In the response. */
	cursor: Place;
	/** Cursor of the first page, where it needs one. */
	first?: string;
	/** What must be `true` in the response for another page to follow, where the API says so. */
	more?: Place;
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
	total?: Place;
}

/**
 * Pages by number, of which nobody knows how many rows they have, nor whether the API knows them at all:
 * one that does not returns the first page again.
 */
export interface ByNumber {
	kind: 'number';
	/** Query parameter, left out for the first page. */
	page: string;
	/** Count in the response, where there is one. */
	total?: Place;
}
