/** Numbers of an account that a test can set. */
export interface Settings {
	/** What the account has left, cents. */
	balanceCents: number;
	/** From the request to a list that is ready, seconds before scaling. */
	importSeconds: number;
	/** From the request to a file that is ready. */
	mediaSeconds: number;
	/** From the request to an analysis that is complete. */
	analysisSeconds: number;
	/** From the scheduled moment to the first text. */
	compileSeconds: number;
	/** Texts that a project sends in one second before scaling. */
	textsPerSecond: number;
	/** From a text that is sent to its outcome. */
	deliverySeconds: number;
	/** How long the server of a source file may take to respond, seconds, not scaled. */
	fetchSeconds: number;
	/** How long a key of idempotency is remembered, seconds before scaling. */
	keySeconds: number;
	/** How far the account's clock is ahead, seconds; its stamps and rate-limit resets show it. */
	clockSkewSeconds: number;
	/** Factor on the windows of rate limits; that of all times where it is null. */
	rateLimitScale: number | null;
	/** Largest source file, bytes. */
	maxFileBytes: number;
}

export const USUAL_SETTINGS: Readonly<Settings> = {
	balanceCents: 1_000_000,
	importSeconds: 6,
	mediaSeconds: 4,
	analysisSeconds: 10,
	compileSeconds: 5,
	textsPerSecond: 100,
	deliverySeconds: 2,
	fetchSeconds: 10,
	keySeconds: 24 * 3_600,
	clockSkewSeconds: 0,
	rateLimitScale: null,
	maxFileBytes: 50_000_000, // contract: of e-mail imports; those of lists are not published
};
