/** Numbers of an account that a test can set. */
export interface Settings {
	/** What one part to one number costs. */
	creditsPerPart: number;
	/** From the start of a message to the state of a number whose last two digits decide it. */
	fateSeconds: number;
	/** The longest that any other number takes, seconds before scaling; the shortest is 1. */
	slowestSeconds: number;
	/** Rows of a page where the request names no `limit`. */
	pageSize: number;
	/** Rows of a page at most, whatever `limit` says. */
	largestPage: number;
}

export const USUAL_SETTINGS: Readonly<Settings> = {
	creditsPerPart: 1,
	fateSeconds: 5,
	slowestSeconds: 30,
	pageSize: 100,
	largestPage: 10_000,
};
