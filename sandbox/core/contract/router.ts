import Ajv2020 from 'ajv/dist/2020';
import OpenAPIBackend from 'openapi-backend';
import type { Context, Document, Request } from 'openapi-backend';
import type { Account } from '../../trackly/account/account';
import { handlers } from '../../trackly/resources';
import type { Call, Handler } from '../call';
import { readContract, requestContract } from './document';
import { ApiError, codeFor } from '../../trackly/error-codes';
import { Operations } from './operations';
import type { Refusal } from './operations';

/** Whom a request is for, and what a test wants to go wrong in it. */
export interface Exchange {
	account: Account;
	apiKey: string;
	/** Records of a bulk call to reject whatever they hold, and the code to do it with. */
	rejected?: { indexes: readonly number[]; code: string };
}

/** An answer before it becomes HTTP. */
export interface Answer {
	status: number;
	body: object;
}

/** Routes, authenticates and checks requests as the contract says, then lets a resource answer. */
export class ContractRouter {
	private constructor(
		private readonly backend: OpenAPIBackend<Document>,
		private readonly operations: Operations,
	) {}

	/** Compiles the contract; stateless, so one serves any number of accounts. */
	static async load(): Promise<ContractRouter> {
		const operations = new Operations(readContract());
		const backend = new OpenAPIBackend({
			definition: requestContract(),
			// Its own check of the document knows OpenAPI 3.0 only and would complain about 3.1.
			quick: true,
			ajvOpts: { allErrors: true, verbose: true },
			customizeAjv: (_ajv, options) => new Ajv2020({ ...options, strict: false }),
			securityHandlers: { ApiKeyAuth: authenticate },
			handlers: {
				...Object.fromEntries(
					Object.entries(handlers).map(([id, handler]) => [id, asBackendHandler(operations, handler)]),
				),
				unauthorizedHandler: ({ security }) => {
					throw security.ApiKeyAuth.error;
				},
				postSecurityHandler: ({ security }, exchange: Exchange) => {
					if (!security.authorized || !exchange.account.switches.suspended) return;
					throw new ApiError(undefined, 'Account is suspended', 403);
				},
				validationFail: (context, exchange: Exchange) =>
					refuseInvalid(operations, context, exchange),
				notFound: () => {
					throw new ApiError('not_found', 'There is no such path', 404);
				},
				methodNotAllowed: () => {
					throw new ApiError('method_not_allowed', 'This path has no such method', 405);
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
		return new ContractRouter(backend, operations);
	}

	/** The operation a request is for; undefined when no route fits. */
	operationId(request: Request): string | undefined {
		return this.backend.router.matchOperation(request)?.operationId;
	}

	/** Entries in the body of a bulk operation, 1 for any other body, 0 for none. */
	countRecords(operationId: string | undefined, body: unknown): number {
		const field = operationId && this.operations.get(operationId)?.records?.field;
		if (body === undefined || body === null) return 0;
		if (!field) return 1;
		const records = (body as Record<string, unknown>)[field];
		return Array.isArray(records) ? records.length : 0;
	}

	/** Answers a request; refusals come as answers, only bugs throw. */
	async answer(request: Request, exchange: Exchange): Promise<Answer> {
		const id = this.operationId(request);
		const operation = id === undefined ? undefined : this.operations.get(id);
		// No body at all is refused like an empty one: with the code of the first missing field.
		const body = operation?.hasBody ? (request.body ?? {}) : undefined;
		try {
			const answered = (await this.backend.handleRequest({ ...request, body }, exchange)) as object;
			return { status: 200, body: answered };
		} catch (error) {
			if (error instanceof ApiError) return this.operations.refusal(error, operation);
			throw error;
		}
	}

	/** The refusal with a documented code, or with any other. */
	refusal(error: ApiError, operationId?: string): Refusal {
		return this.operations.refusal(error, this.operations.get(operationId ?? ''));
	}
}

function authenticate({ request }: Context, exchange: Exchange): boolean {
	const key = request.headers['x-api-key'];
	if (key === undefined || key === '') throw new ApiError('missing_api_key');
	if (key !== exchange.apiKey) throw new ApiError('invalid_api_key');
	return true;
}

function refuseInvalid(operations: Operations, context: Context, exchange: Exchange): unknown {
	const { operationId = '' } = context.operation;
	// APIs ignore query parameters they do not know; openapi-backend counts them as errors.
	const errors = (context.validation.errors ?? []).filter(
		({ keyword, instancePath }) => keyword !== 'additionalProperties' || instancePath !== '/query',
	);
	if (errors.length > 0) {
		throw new ApiError(codeFor(errors, operations.get(operationId)?.requestCodes ?? []));
	}
	const { handlers: registered } = context.api;
	return (registered[operationId] ?? registered.notImplemented)?.(context, exchange);
}

function asBackendHandler(operations: Operations, handler: Handler) {
	return ({ request, operation: { operationId = '' } }: Context, exchange: Exchange): object => {
		const operation = operations.get(operationId);
		const tooLarge = operation?.refuseSize(request.requestBody);
		if (tooLarge) throw tooLarge;
		const call: Call<unknown> = {
			params: request.params,
			query: request.query,
			body: request.requestBody,
			refuse: (record, index) =>
				exchange.rejected?.indexes.includes(index)
					? new ApiError(exchange.rejected.code)
					: operation?.records?.refuse(record),
			textFor: (refusal) => operations.textFor(refusal, operation),
		};
		return handler(exchange.account, call as Call<never>);
	};
}
