import Ajv2020 from 'ajv/dist/2020';
import OpenAPIBackend from 'openapi-backend';
import type { Context, Document, Request } from 'openapi-backend';
import type { BaseAccount } from '../account';
import type { Call, Handler } from '../call';
import type { Vendor } from '../vendor';
import { ApiError } from './api-error';
import { ApiResponse } from './api-response';
import { basePathOf, prefixesOf, readContract, requestContract } from './document';
import type { ContractDocument } from './document';
import { Operations } from './operations';

/** Whom a request is for, and what a test wants to go wrong in it. */
export interface Exchange<Account> {
	account: Account;
	apiKey: string;
	/** Records of a bulk call to reject whatever they hold, and the code to do it with. */
	rejected?: { indexes: readonly number[]; code?: string };
	/** Collects the positions of the records that were refused. */
	refused: number[];
}

type Api<Account extends BaseAccount> = Pick<
	Vendor<Account, never, object>,
	'contract' | 'handlers' | 'refusals' | 'admit' | 'around' | 'recordFields'
>;

/** Routes, authenticates and checks requests as the contract says, then lets a handler respond. */
export class ContractRouter<Account extends BaseAccount> {
	/** Path of the API's base URL. */
	readonly basePath: string;
	/** First parts of the paths that the API serves, for example `/api`. */
	readonly roots: readonly string[];
	private readonly prefixes: readonly string[];

	private constructor(
		private readonly api: Api<Account>,
		private readonly backend: OpenAPIBackend<Document>,
		private readonly operations: Operations,
		written: ContractDocument,
	) {
		this.basePath = basePathOf(written);
		this.prefixes = prefixesOf(written);
		this.roots = [...new Set(this.prefixes.map((prefix) => prefix.replace(/(.)\/.*$/, '$1')))];
	}

	/** Compiles the contract; stateless, so one serves any number of accounts. */
	static async load<Account extends BaseAccount>(
		api: Api<Account>,
	): Promise<ContractRouter<Account>> {
		const { refusals } = api;
		const written = readContract(api.contract);
		const operations = new Operations(written, refusals);
		const backend = new OpenAPIBackend({
			definition: requestContract(api.contract),
			// Its own check of the document knows OpenAPI 3.0 only and would complain about 3.1.
			quick: true,
			ajvOpts: { allErrors: true, verbose: true },
			customizeAjv: (_ajv, options) => new Ajv2020({ ...options, strict: false, validateFormats: false }),
			securityHandlers: securityHandlers(api, written),
			handlers: {
				...Object.fromEntries(
					Object.entries(api.handlers).map(([id, handler]) => [
						id,
						asBackendHandler(operations, handler as Handler<unknown>),
					]),
				),
				unauthorizedHandler: ({ security }) => {
					throw Object.values(security as Record<string, { error?: unknown }>).find(
						(result) => result?.error !== undefined,
					)?.error;
				},
				validationFail: (context, exchange: Exchange<Account>) => {
					const { operationId = '' } = context.operation;
					const codes = operations.get(operationId)?.requestCodes ?? [];
					const refusal = refusals.invalid(context.validation.errors ?? [], codes);
					if (refusal !== undefined) throw refusal;
					const { handlers: registered } = context.api;
					return (registered[operationId] ?? registered.notImplemented)?.(context, exchange);
				},
				notFound: () => {
					throw refusals.unknownPath();
				},
				methodNotAllowed: () => {
					throw refusals.unknownMethod();
				},
				notImplemented: () => {
					throw new ApiError('not_implemented_in_sandbox', 'The sandbox has no such operation', 501);
				},
			},
		});
		await backend.init();
		// It would build this list anew several times a request.
		const routes = backend.router.getOperations();
		backend.router.getOperations = () => routes;
		return new ContractRouter(api, backend, operations, written);
	}

	/** The operation a request is for; undefined when no route fits. */
	operationId(request: Request): string | undefined {
		return this.backend.router.matchOperation(request)?.operationId;
	}

	/** A path as the contract writes it, without the prefix of its server. */
	writtenPath(path: string): string {
		const prefix = this.prefixes.find((each) => path.startsWith(`${each}/`)) ?? '';
		return path.slice(prefix.length);
	}

	/** Entries in the body of a bulk operation, 1 for any other body, 0 for none. */
	countRecords(operationId: string | undefined, body: unknown): number {
		if (body === undefined || body === null) return 0;
		const id = operationId ?? '';
		const bulk = this.operations.get(id)?.records?.field;
		const records = (body as Record<string, unknown>)[bulk ?? this.api.recordFields?.[id] ?? ''];
		if (Array.isArray(records)) return records.length;
		return bulk === undefined ? 1 : 0;
	}

	/** Responds to a request; refusals come as responses, only bugs throw. */
	async respond(request: Request, exchange: Exchange<Account>): Promise<ApiResponse> {
		const respond = async () => await this.respondAlone(request, exchange);
		const { around } = this.api;
		return around === undefined ? await respond() : await around(request, exchange.account, respond);
	}

	/** The refusal with a documented code, or with any other. */
	refusal(error: ApiError, operationId?: string): ApiResponse {
		return this.operations.refusal(error, this.operations.get(operationId ?? ''));
	}

	private async respondAlone(
		request: Request,
		exchange: Exchange<Account>,
	): Promise<ApiResponse> {
		const id = this.operationId(request);
		const operation = id === undefined ? undefined : this.operations.get(id);
		// No body at all is refused like an empty one: for its first missing field.
		const body = operation?.hasBody ? (request.body ?? {}) : undefined;
		try {
			const given = (await this.backend.handleRequest({ ...request, body }, exchange)) as object;
			return given instanceof ApiResponse ? given : new ApiResponse(200, given);
		} catch (error) {
			if (error instanceof ApiError) return this.operations.refusal(error, operation);
			throw error;
		}
	}
}

/** One for each scheme of the contract: the vendor decides, whichever it is. */
function securityHandlers<Account extends BaseAccount>(
	{ admit }: Api<Account>,
	written: ContractDocument,
) {
	const admitRequest = (
		{ request, operation: { operationId = '' } }: Context,
		{ account, apiKey }: Exchange<Account>,
	) => {
		admit({ headers: request.headers, operationId }, account, apiKey);
		return true;
	};
	const schemes = Object.keys(written.components?.securitySchemes ?? {});
	return Object.fromEntries(schemes.map((name) => [name, admitRequest]));
}

function asBackendHandler(operations: Operations, handler: Handler<unknown>) {
	return (
		{ request, operation: { operationId = '' } }: Context,
		exchange: Exchange<unknown>,
	): object => {
		const operation = operations.get(operationId);
		const tooLarge = operation?.refuseSize(request.requestBody);
		if (tooLarge) throw tooLarge;
		const call: Call<unknown> = {
			params: request.params,
			query: request.query,
			headers: request.headers,
			body: request.requestBody,
			refuse: (record, index) =>
				exchange.rejected?.indexes.includes(index)
					? new ApiError(exchange.rejected.code)
					: operation?.records?.refuse(record),
			textFor: (refusal) => operations.textFor(refusal, operation),
			noteRefused: (index) => exchange.refused.push(index),
		};
		return handler(exchange.account, call as Call<never>);
	};
}
