import type { WebhookInput } from './webhooks/endpoints';

/** What may be set at the start of any account. */
export interface SandboxOptions {
	/** TCP port; 0 (default) takes a free one. */
	port?: number;
	/** Address to listen on; default 127.0.0.1. */
	host?: string;
	/** Permits a host that other machines can reach: the control API has no password. */
	allowRemote?: boolean;
	/** Default: the vendor's. */
	apiKey?: string;
	/** Factor on every documented wait; 1 (default) is real time, 0.001 makes 10 s into 10 ms. */
	timeScale?: number;
	/** Endpoints that receive events from the start. */
	webhooks?: WebhookInput[];
	/** Keeps the parsed body of every API request in the journal; default false. */
	recordBodies?: boolean;
	/** Judges every request and every response strictly by the contract; see `violations`. */
	checkContract?: boolean;
}
