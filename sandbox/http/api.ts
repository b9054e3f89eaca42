import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Request } from 'openapi-backend';
import type { Account } from '../account/account';
import { ApiError } from '../contract/error-codes';
import type { Answer, ContractRouter } from '../contract/router';
import type { Fault } from '../faults/faults';
import { sendAnswer } from './answers';
import { readRequest } from './incoming';

const MAX_BODY_BYTES = 5_000_000; // contract: x-limits.max_request_bytes_safe

export interface ApiOptions {
	/** The account as of now; a reset makes a new one. */
	account: () => Account;
	router: ContractRouter;
	apiKey: string;
	/** Whether the journal keeps parsed bodies. */
	recordBodies: boolean;
	/** Aborted when the sandbox stops. */
	stopping: AbortSignal;
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
		const fault = account.faults.take(operationId);
		if (fault?.latencyMs) {
			await sleep(fault.latencyMs, undefined, { signal: stopping }).catch(() => undefined);
		}
		const answer = await answerUnder(fault, incoming, operationId, account);
		const status = sendAnswer(reply, answer, fault);
		record(account, request, reply, { operationId, status, fault, body: incoming.body });
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
		if (fault?.kind === 'drop_before' || fault?.kind === 'status') {
			const text = 'The sandbox was told to refuse this';
			return router.refusal(new ApiError(fault.code, text, fault.status ?? 500), operationId);
		}
		const rejected =
			fault?.kind === 'partial'
				? { indexes: fault.indexes ?? [], code: fault.code ?? 'internal_error' }
				: undefined;
		return await router.answer(incoming, { account, apiKey: options.apiKey, rejected });
	}

	function record(
		account: Account,
		request: FastifyRequest,
		reply: FastifyReply,
		seen: { operationId?: string; status: number | null; fault?: Fault; body?: unknown },
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
			...(seen.fault && { fault: seen.fault.kind }),
			...(options.recordBodies && { body: seen.body }),
		});
	}
}
