import type { FastifyInstance } from 'fastify';
import type { Request } from 'openapi-backend';
import type { AccountBasis, BaseAccount } from './account';
import type { Handlers } from './call';
import type { ApiResponse } from './contract/api-response';
import type { ContractSource } from './contract/document';
import type { Refusals } from './contract/refusals';
import type { VendorPhones } from './phones/vendor-phones';
import type { SandboxOptions } from './options';
import type { SwitchInfos } from './switches';
import type { WebhookForm } from './webhooks/form';

/** Who asks, and for what. */
export interface Admission {
	/** By lower-case name. */
	headers: Readonly<Record<string, string | string[] | undefined>>;
	/** Operation of the contract. */
	operationId: string;
}

/**
 * Everything that one API brings to a simulated account. The core routes, checks, breaks and records
 * requests, posts webhooks and shows phones; what the API calls things stands here and nowhere else.
 *
 * `Account` is what the account knows, `Options` what may be set at the start, and `Controls` what a
 * test can do with this account that it cannot do with others.
 */
export interface Vendor<
	Account extends BaseAccount,
	Options extends SandboxOptions,
	Controls extends object,
> {
	/** Name of the API in texts that people read. */
	name: string;
	contract: ContractSource;
	/** API key where the options name none. */
	defaultApiKey: string;
	/** Largest request the API takes, in bytes. */
	maxRequestBytes: number;
	/** Opens the account as it is at the start, and again at each reset. */
	open(basis: AccountBasis, options: Options): Account;
	/**
	 * Lets a request in, before anything else of it is checked; only for operations that the contract
	 * secures.
	 *
	 * @throws ApiError to refuse it
	 */
	admit(request: Admission, account: Account, apiKey: string): void;
	/**
	 * Sees each request before it is routed: may send it to another path of the contract, or respond in
	 * place of the API, as the website does whose host an API shares. Without it, requests pass as they are.
	 */
	arrive?(request: Request, account: Account): Request | ApiResponse;
	/** Comes around each request, for what holds for all of them: repeats by key, limits of rate. */
	around?(
		request: Request,
		account: Account,
		respond: () => Promise<ApiResponse>,
	): Promise<ApiResponse>;
	/**
	 * Has the last word on each response, those of faults and refusals too: its headers and its form.
	 * Without it, responses leave as they are.
	 */
	finish?(response: ApiResponse, request: Request, account: Account): ApiResponse;
	/** One for each operation of the contract. */
	handlers: Handlers<Account>;
	refusals: Refusals;
	/** By operation, the list of a body that holds its records, where the contract does not tell. */
	recordFields?: Readonly<Record<string, string>>;
	/** Whether an operation sends texts, for the totals of the journal. */
	isSend(operationId: string): boolean;
	/** Absent where the API posts no events. */
	webhooks?: WebhookForm;
	phones: VendorPhones<Account>;
	/** States of the account that a test or a person may want to see. */
	switches: SwitchInfos<Account['switches']>;
	/**
	 * What a test can do besides what it can do with any account.
	 *
	 * @param account the account as of now; a reset makes a new one
	 */
	controls(account: () => Account): Controls;
	/** The same as JSON over HTTP, below `/_sandbox`. */
	controlRoutes?(app: FastifyInstance, controls: Controls): void;
}
