import type { FastifyInstance } from 'fastify';
import { FAULT_KINDS } from '../faults/faults';
import type { FaultInput } from '../faults/faults';
import type { BaseAccount } from '../account';
import type { SandboxControls } from '../controls';
import { switchesSchema } from '../switches';
import type { SwitchInfos } from '../switches';
import type { WebhookForm } from '../webhooks/form';
import { webhookControl } from './webhook-control';

const text = { type: 'string', minLength: 1 };

const FAULT = {
	type: 'object',
	required: ['kind'],
	additionalProperties: false,
	properties: {
		kind: { enum: FAULT_KINDS },
		operationId: text,
		count: { type: 'integer', minimum: 1 },
		aboveBytes: { type: 'integer', minimum: 0 },
		probability: { type: 'number', minimum: 0, maximum: 1 },
		seed: text,
		latencyMs: { type: 'integer', minimum: 0 },
		status: { type: 'integer', minimum: 200, maximum: 599 },
		html: { type: 'boolean' },
		retryAfter: { type: ['integer', 'string'] },
		code: text,
		indexes: { type: 'array', items: { type: 'integer', minimum: 0 } },
		downMs: { type: 'integer', minimum: 0 },
	},
};
const RESTART = {
	type: ['object', 'null'],
	additionalProperties: false,
	properties: { downMs: { type: 'integer', minimum: 0 } },
};
const CLOCK = {
	type: 'object',
	additionalProperties: false,
	minProperties: 1,
	properties: { now: text, advanceSeconds: { type: 'number' } },
};
const REPLY = {
	type: 'object',
	required: ['phone', 'sender', 'text'],
	properties: { phone: text, sender: text, text },
};

export interface ControlOptions<Account extends BaseAccount> {
	controls: SandboxControls<Account>;
	switches: SwitchInfos<Account['switches']>;
	webhookForm: WebhookForm;
	/** A person texts the account; absent where the API takes no replies. */
	reply?: (phone: string, sender: string, text: string) => object;
	/** A person follows a short link; absent where the API makes none. */
	followLink?: (linkId: string) => object;
	/** Adds what only this vendor's account can do. */
	vendorRoutes?: (app: FastifyInstance) => void;
}

/** Serves `/_sandbox/...`: the controls as JSON over HTTP, for tests in other processes. */
export async function control<Account extends BaseAccount>(
	app: FastifyInstance,
	options: ControlOptions<Account>,
): Promise<void> {
	const { controls: sandbox, reply: replyAs, followLink } = options;
	app.setErrorHandler(async (error: Error & { statusCode?: number }, _request, reply) => {
		return await reply.code(error.statusCode ?? 400).send({ error: error.message });
	});

	app.get('/_sandbox/status', async () => sandbox.status());
	app.post<{ Body: { keepWebhooks?: boolean } | null }>('/_sandbox/reset', async ({ body }) => {
		sandbox.reset({ keepWebhooks: body?.keepWebhooks === true });
		return sandbox.status();
	});

	app.get('/_sandbox/journal', async () => sandbox.journal().summary());
	app.delete('/_sandbox/journal', async () => {
		sandbox.journal().clear();
		return sandbox.journal().summary();
	});
	app.get<{ Querystring: { operationId?: string } }>(
		'/_sandbox/journal/requests',
		async ({ query }) => ({ requests: sandbox.journal().requests(query.operationId) }),
	);
	app.get<{ Querystring: { phone?: string } }>('/_sandbox/journal/texts', async ({ query }) => ({
		texts: sandbox.journal().texts(query.phone),
	}));
	app.get<{ Querystring: { kind?: string } }>('/_sandbox/journal/effects', async ({ query }) => ({
		effects: sandbox.journal().effects(query.kind),
	}));

	app.get('/_sandbox/faults', async () => ({ faults: sandbox.listFaults() }));
	app.post<{ Body: FaultInput }>('/_sandbox/faults', { schema: { body: FAULT } }, async (request) =>
		sandbox.addFault(request.body),
	);
	app.delete<{ Params: { id: string } }>('/_sandbox/faults/:id', async ({ params }) => ({
		removed: sandbox.removeFault(params.id),
	}));
	app.delete('/_sandbox/faults', async () => {
		sandbox.clearFaults();
		return { faults: [] };
	});

	app.post<{ Body: { downMs?: number } | null }>(
		'/_sandbox/restart',
		{ schema: { body: RESTART } },
		async ({ body }, reply) => {
			// Sent first: the restart cuts this connection too.
			await reply.send({ restarting: true });
			await sandbox.restart(body?.downMs);
		},
	);

	app.post<{ Body: { now?: string; advanceSeconds?: number } }>(
		'/_sandbox/clock',
		{ schema: { body: CLOCK } },
		async ({ body: { now, advanceSeconds } }) => {
			if (now !== undefined) sandbox.setClock(now);
			if (advanceSeconds !== undefined) sandbox.advanceClock(advanceSeconds);
			return { now: sandbox.now() };
		},
	);

	app.post<{ Body: object }>(
		'/_sandbox/switches',
		{ schema: { body: switchesSchema(options.switches) } },
		async (request) => sandbox.setSwitches(request.body as Partial<Account['switches']>),
	);
	if (replyAs !== undefined) {
		app.post<{ Body: { phone: string; sender: string; text: string } }>(
			'/_sandbox/replies',
			{ schema: { body: REPLY } },
			async ({ body }) => replyAs(body.phone, body.sender, body.text),
		);
	}
	if (followLink !== undefined) {
		app.post<{ Params: { id: string } }>('/_sandbox/links/:id/clicks', async ({ params }) =>
			followLink(params.id),
		);
	}
	const { webhookForm } = options;
	if (webhookForm.events.length > 0) webhookControl(app, sandbox, webhookForm);
	options.vendorRoutes?.(app);
}
