import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Request } from 'openapi-backend';
import type { Account } from '../account/account';
import { ApiError } from '../contract/error-codes';
import type { Conformance } from '../contract/conformance';
import type { Answer, ContractRouter } from '../contract/router';
import type { Fault, FaultKind } from '../faults/faults';
import type { RequestEntry } from '../journal/entries';
import { absentWebhookApi } from '../webhooks/absence';
import { sendAnswer } from './answers';
import { readRequest } from './incoming';

const MAX_BODY_BYTES = 5_000_000; // contract: x-limits.max_request_bytes_safe

/** Faults that come before any processing. */
const NOTHING_DONE: ReadonlySet<FaultKind> = new Set(['drop_before', 'status', 'restart']);

export interface ApiOptions {
	/** The account as of now; a reset makes a new one. */
	account: () => Account;
	router: ContractRouter;
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

/** Serves `/api/...` as the contract says, with faults and a journal entry for every request. */
export async function api(app: FastifyInstance, options: ApiOptions): Promise<void> {
	const { router, stopping } = options;
	// The bytes as they came: for their size, and because any content type may hold JSON.
	app.removeAllContentTypeParsers();
	app.addContentTypeParser(
		'*',
		{ parseAs: 'buffer', bodyLimit: MAX_BODY_BYTES },
		(_request: FastifyRequest, body: Buffer, done: (error: null, body: Buffer) => void) =>
			done(null, body),
	);

	app.all('/api/*', async (request, reply) => {
		const account = options.account();
		const incoming = readRequest(request);
		const operationId = router.operationId(incoming);
		const fault =
			account.faults.take(operationId, contentOf(request)) ??
			absentWebhookApi(account.switches.webhookApi, operationId);
		if (fault?.latencyMs) {
			await sleep(fault.latencyMs, undefined, { signal: stopping }).catch(() => undefined);
		}
		const answer = await answerUnder(fault, incoming, operationId, account);
		if (fault === undefined) judge(incoming, answer);
		const isCut = request.raw.socket.destroyed;
		const sent = sendAnswer(reply, answer, fault);
		const status = isCut ? null : sent;
		record(account, request, reply, { operationId, status, fault, answer, body: incoming.body });
		if (fault?.kind === 'restart') void options.restart(fault.downMs);
		return reply;
	});

	app.setErrorHandler(async (error: FastifyError, request, reply) => {
		const status = error.statusCode ?? 500;
		const refusal =
			status === 413
				? new ApiError(undefined, 'The request is larger than 5 MB', status)
				: new ApiError(status < 500 ? undefined : 'internal_error', error.message, status);
		const operationId = router.operationId(readRequest(request));
		record(options.account(), request, reply, { operationId, status });
		return await reply.code(status).send(router.refusal(refusal).body);
	});

	async function answerUnder(
		fault: Fault | undefined,
		incoming: Request,
		operationId: string | undefined,
		account: Account,
	): Promise<Answer> {
		if (fault !== undefined && NOTHING_DONE.has(fault.kind)) {
			const text = 'The sandbox was told to refuse this';
			return router.refusal(new ApiError(fault.code, text, fault.status ?? 500), operationId);
		}
		const rejected =
			fault?.kind === 'partial'
				? { indexes: fault.indexes ?? [], code: fault.code ?? 'internal_error' }
				: undefined;
		return await router.answer(incoming, { account, apiKey: options.apiKey, rejected });
	}

	function judge({ method, path, body }: Request, answer: Answer): void {
		const { conformance, report } = options.watch ?? {};
		const target = path.replace(/^\/api\/v\d+/, '');
		const { status, body: answerBody } = answer;
		const crossing = { method, target, requestBody: body, status, answerBody };
		for (const fault of conformance?.requestFaults(crossing) ?? []) {
			report?.(`${method} ${target}: ${fault}`);
		}
		for (const fault of conformance?.answerFaults(crossing) ?? []) {
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
		const announced = Number(request.headers['content-length'] ?? 0);
		account.journal.addRequest({
			at: new Date(Date.now() - ms).toISOString(),
			method: request.method,
			path: request.url,
			operationId: seen.operationId ?? null,
			status: seen.status,
			records: router.countRecords(seen.operationId, seen.body),
			bytes: Buffer.isBuffer(request.body) ? request.body.length : announced,
			ms,
			...whatWasDone(seen.answer),
			...(seen.fault && { fault: seen.fault.kind }),
			...(options.recordBodies && { body: seen.body }),
		});
	}
}

/** What the journal is told of a request. */
interface Seen {
	operationId?: string;
	status: number | null;
	fault?: Fault;
	/** As the account made it, before a fault spoilt it. */
	answer?: Answer;
	body?: unknown;
}

/** What tells a request from others. */
function contentOf({ method, url, body }: FastifyRequest): string {
	return `${method} ${url}\n${Buffer.isBuffer(body) ? body.toString() : ''}`;
}

function whatWasDone(answer: Answer | undefined): Pick<RequestEntry, 'done' | 'refused'> {
	if (answer === undefined || answer.status >= 300) return { done: false };
	const errors = (answer.body as { errors?: Array<{ index?: number }> }).errors ?? [];
	const refused = errors.flatMap(({ index }) => index ?? []);
	return { done: true, ...(refused.length > 0 && { refused }) };
}
