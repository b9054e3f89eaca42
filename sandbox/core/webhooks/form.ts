/** Of an API that posts none. */
export const NO_WEBHOOKS: WebhookForm = {
	events: [],
	signatureFormats: [],
	signatureHeader: '',
	sign: () => '',
	isSignedBy: () => false,
	retrySeconds: [],
};

/** How an API posts events. */
export interface WebhookForm {
	/** Names of its events. */
	events: readonly string[];
	/** Those of them that an endpoint gets only if it names them. */
	optionalEvents?: readonly string[];
	/** Ways to write a signature; the first is used where an endpoint names none. */
	signatureFormats: readonly string[];
	signatureHeader: string;
	sign(body: Buffer, secret: string, format: string): string;
	/** Whether a signature, in whichever format, is that of these bytes under this secret. */
	isSignedBy(body: Buffer, signature: string, secret: string): boolean;
	/**
	 * Owners of the account manage its endpoints on the page: they add and remove them there, see a new
	 * secret once and repeat posts. Without it, the API registers them.
	 */
	dashboard?: {
		newSecret(): string;
		/** The event that the test button posts. */
		test(at: string): { event: string; payload: object; headers: Record<string, string> };
	};
	/** How long a receiver may take to respond, seconds; default 15, which is ours. */
	answerSeconds?: number;
	/** Waits before a post is repeated, one each, in seconds. */
	retrySeconds: readonly number[];
	/** Events in a row that are given up before their endpoint is paused; without it, it never is. */
	givenUpBeforePause?: number;
}
