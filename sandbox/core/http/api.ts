import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Request } from 'openapi-backend';
import type { BaseAccount } from '../account';
import { ApiError } from '../contract/api-error';
import { ApiResponse } from '../contract/api-response';
import type { Conformance } from '../contract/conformance';
import type { Refusals } from '../contract/refusals';
import type { ContractRouter } from '../contract/router';
import type { Fault, FaultKind } from '../faults/faults';
import type { RequestEntry } from '../journal/entries';
import { readRequest } from './requests';
import { sendResponse } from './responses';

/** Milliseconds of the longest timer. */
const LONGEST = 2 ** 31 - 1;

/** Faults that come before any processing. */
const NOTHING_DONE: ReadonlySet<FaultKind> = new Set(['drop_before', 'status', 'restart']);

export interface ApiOptions<Account extends BaseAccount> {
	/** The account as of now; a reset makes a new one. */
	account: () => Account;
	router: ContractRouter<Account>;
	refusals: Refusals;
	/** Sees each request before it is routed; see `Vendor.arrive`. */
	arrive?: (request: Request, account: Account) => Request | ApiResponse;
	/** Has the last word on each response. */
	finish?: (response: ApiResponse, request: Request, account: Account) => ApiResponse;
	/** Largest request that is read, in bytes. */
	maxRequestBytes: number;
	apiKey: string;
	/** Judges what crosses the wire, where somebody asks for it. */
	watch?: { conformance: Conformance; report: (violation: string) => void };
	/** Whether the journal keeps parsed bodies. */
	recordBodies: boolean;
	/** Aborted when the sandbox stops. */
	stopping: AbortSignal;
	/** Goes away and comes back after so many milliseconds. */
	restart: (downMs?: number) => Promise<void>;
}

/** Serves the API as the contract says, with faults and a journal entry for every request. */
export async function api<Account extends BaseAccount>(
	app: FastifyInstance,
	options: ApiOptions<Account>,
): Promise<void> {
	const { router, refusals, stopping } = options;
	// The bytes as they came: for their size, and because any content type may hold JSON.
	app.removeAllContentTypeParsers();
	app.addContentTypeParser(
		'*',
		{ parseAs: 'buffer', bodyLimit: options.maxRequestBytes },
		(_request: FastifyRequest, body: Buffer, done: (error: null, body: Buffer) => void) =>
			done(null, body),
	);

	const serve = async (request: FastifyRequest, reply: FastifyReply) => {
		const account = options.account();
		const read = readRequest(request);
		const incoming = options.arrive?.(read, account) ?? read;
		if (incoming instanceof ApiResponse) {
			const status = sendResponse(reply, incoming);
			record(account, request, reply, { status });
			return reply;
		}
		const { body } = incoming;
		const operationId = router.operationId(incoming);
		const refused: number[] = [];
		const fault =
			account.faults.take({
				operationId,
				bytes: sizeOf(request),
				content: () => contentOf(request),
			}) ?? account.standingFault?.(operationId);
		if (fault !== undefined) await delay(fault, stopping, account.faults.cleared);
		const made = await respondUnder(fault, incoming, operationId, account, refused);
		const finish = (each: ApiResponse) => options.finish?.(each, incoming, account) ?? each;
		const response = finish(made);
		if (fault === undefined) judge(incoming, response);
		const isCut = request.raw.socket.destroyed;
		const shown = fault?.kind === 'status_after' ? finish(refusalOf(fault, operationId)) : response;
		const sent = sendResponse(reply, shown, fault);
		const status = isCut ? null : sent;
		record(account, request, reply, { operationId, status, fault, response, refused, body });
		if (fault?.kind === 'restart') void options.restart(fault.downMs);
		return reply;
	};
	for (const root of router.roots) app.all(`${root}/*`, serve);

	app.setErrorHandler(async (error: FastifyError, request, reply) => {
		const status = error.statusCode ?? 500;
		const refusal =
			status === 413
				? refusals.requestTooLarge()
				: status < 500
					? new ApiError(undefined, error.message, status)
					: refusals.unexpected(error.message);
		const operationId = router.operationId(readRequest(request));
		const refused = router.refusal(refusal);
		const response = options.finish?.(refused, readRequest(request), options.account()) ?? refused;
		record(options.account(), request, reply, { operationId, status: response.status });
		return await reply.code(response.status).headers(response.headers).send(response.body);
	});

	async function respondUnder(
		fault: Fault | undefined,
		incoming: Request,
		operationId: string | undefined,
		account: Account,
		refused: number[],
	): Promise<ApiResponse> {
		if (fault !== undefined && NOTHING_DONE.has(fault.kind)) {
			return refusalOf(fault, operationId);
		}
		const rejected =
			fault?.kind === 'partial'
				? { indexes: fault.indexes ?? [], code: fault.code ?? refusals.unexpected().code }
				: undefined;
		const exchange = { account, apiKey: options.apiKey, rejected, refused };
		return await router.respond(incoming, exchange);
	}

	function refusalOf({ code, status = 500 }: Fault, operationId: string | undefined): ApiResponse {
		return router.refusal(new ApiError(code, undefined, status), operationId);
	}

	function judge({ method, path, body: requestBody }: Request, response: ApiResponse): void {
		const { conformance, report } = options.watch ?? {};
		const target = router.writtenPath(path);
		const { status, body: responseBody, headers } = response;
		const contentType = headers['Content-Type'];
		const crossing = { method, target, requestBody, status, responseBody, contentType };
		for (const fault of conformance?.requestFaults(crossing) ?? []) {
			report?.(`${method} ${target}: ${fault}`);
		}
		for (const fault of conformance?.responseFaults(crossing) ?? []) {
			report?.(`${status} to ${method} ${target}: ${fault}`);
		}
	}

	function record(
		account: Account,
		request: FastifyRequest,
		reply: FastifyReply,
		seen: Seen,
	): void {
		const ms = reply.elapsedTime;
		account.journal.addRequest({
			at: new Date(Date.now() - ms).toISOString(),
			method: request.method,
			path: request.url,
			operationId: seen.operationId ?? null,
			status: seen.status,
			records: router.countRecords(seen.operationId, seen.body),
			bytes: sizeOf(request),
			ms,
			...whatWasDone(seen),
			...(seen.fault && { fault: seen.fault.kind }),
			...(options.recordBodies && { body: seen.body }),
		});
	}
}

/** Waits before a fault acts: as long as it says, or until it lets go what it holds. */
async function delay(
	{ kind, latencyMs = kind === 'latency' ? LONGEST : 0 }: Fault,
	stopping: AbortSignal,
	cleared: AbortSignal,
): Promise<void> {
	if (latencyMs === 0) return;
	const signal = latencyMs === LONGEST ? AbortSignal.any([stopping, cleared]) : stopping;
	await sleep(latencyMs, undefined, { signal }).catch(() => undefined);
}

/** What the journal is told of a request. */
interface Seen {
	operationId?: string;
	status: number | null;
	fault?: Fault;
	/** As the account made it, before a fault spoilt it. */
	response?: ApiResponse;
	/** Positions of the records of a bulk body that were refused. */
	refused?: number[];
	body?: unknown;
}

/** Bytes of a body; as announced where it was not read. */
function sizeOf({ body, headers }: FastifyRequest): number {
	return Buffer.isBuffer(body) ? body.length : Number(headers['content-length'] ?? 0);
}

/** What tells a request from others. */
function contentOf({ method, url, body }: FastifyRequest): string {
	return `${method} ${url}\n${Buffer.isBuffer(body) ? body.toString() : ''}`;
}

function whatWasDone({ response, refused = [] }: Seen): Pick<RequestEntry, 'done' | 'refused'> {
	if (response === undefined || response.status >= 300) return { done: false };
	return { done: true, ...(refused.length > 0 && { refused }) };
}
