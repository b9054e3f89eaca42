import type { FastifyInstance } from 'fastify';
import type { Switches } from '../account/switches';
import { FAULT_KINDS } from '../faults/faults';
import type { FaultInput } from '../faults/faults';
import type { OutcomeRule } from '../messages/outcomes';
import type { SandboxControls } from '../controls';
import { WEBHOOK_APIS } from '../webhooks/absence';
import { WEBHOOK_EVENTS } from '../webhooks/endpoints';
import type { EndpointStatus, WebhookInput } from '../webhooks/endpoints';
import { SIGNATURE_FORMATS } from '../webhooks/signature';

const text = { type: 'string', minLength: 1 };

const FAULT = {
	type: 'object',
	required: ['kind'],
	additionalProperties: false,
	properties: {
		kind: { enum: FAULT_KINDS },
		operationId: text,
		count: { type: 'integer', minimum: 1 },
		probability: { type: 'number', minimum: 0, maximum: 1 },
		seed: text,
		latencyMs: { type: 'integer', minimum: 0 },
		status: { type: 'integer', minimum: 400, maximum: 599 },
		retryAfter: { type: ['integer', 'string'] },
		code: text,
		indexes: { type: 'array', items: { type: 'integer', minimum: 0 } },
		downMs: { type: 'integer', minimum: 0 },
	},
};
const WEBHOOK = {
	type: 'object',
	required: ['url'],
	additionalProperties: false,
	properties: {
		url: { type: 'string', pattern: '^https?://' },
		events: { type: 'array', items: { enum: WEBHOOK_EVENTS } },
		secret: { type: 'string' },
		signatureFormat: { enum: SIGNATURE_FORMATS },
	},
};
const RESTART = {
	type: ['object', 'null'],
	additionalProperties: false,
	properties: { downMs: { type: 'integer', minimum: 0 } },
};
const WEBHOOK_STATUS = {
	type: 'object',
	required: ['status'],
	additionalProperties: false,
	properties: { status: { enum: ['active', 'paused'] } },
};
const SWITCHES = {
	type: 'object',
	additionalProperties: false,
	properties: {
		suspended: { type: 'boolean' },
		registration: { type: 'boolean' },
		webhookApi: { enum: WEBHOOK_APIS },
		offerManagement: { type: 'boolean' },
		sms: { type: 'boolean' },
		billing: {
			enum: ['ok', 'no_billing_config', 'no_payment_method', 'payment_failed', 'suspended'],
		},
	},
};
const OUTCOMES = {
	type: 'array',
	items: {
		type: 'object',
		required: ['endsWith', 'status'],
		additionalProperties: false,
		properties: {
			endsWith: text,
			status: { enum: ['delivered', 'undeliverable', 'expired', 'rejected'] },
			detail: text,
		},
	},
};
const ANSWER = {
	type: 'object',
	required: ['phone', 'listNumber', 'text'],
	properties: { phone: text, listNumber: text, text },
};

/** Serves `/_sandbox/...`: the methods of `Sandbox` as JSON over HTTP, for tests in other processes. */
export async function control(
	app: FastifyInstance,
	{ controls: sandbox }: { controls: SandboxControls },
) {
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
	app.get('/_sandbox/journal/webhooks', async () => ({
		attempts: sandbox.journal().webhookAttempts(),
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
			// Answered first: the restart cuts this connection too.
			await reply.send({ restarting: true });
			await sandbox.restart(body?.downMs);
		},
	);

	app.get('/_sandbox/webhooks', async () => ({ webhooks: sandbox.listWebhooks() }));
	app.post<{ Body: WebhookInput }>(
		'/_sandbox/webhooks',
		{ schema: { body: WEBHOOK } },
		async (request) => sandbox.addWebhook(request.body),
	);
	app.delete<{ Params: { id: string } }>('/_sandbox/webhooks/:id', async ({ params }) => ({
		removed: sandbox.removeWebhook(params.id),
	}));

	app.post<{ Params: { id: string }; Body: { status: EndpointStatus } }>(
		'/_sandbox/webhooks/:id/status',
		{ schema: { body: WEBHOOK_STATUS } },
		async ({ params, body }) => sandbox.setWebhookStatus(params.id, body.status),
	);
	app.get<{ Params: { id: string } }>('/_sandbox/webhooks/:id/attempts', async ({ params }) => ({
		attempts: sandbox.journal().webhookAttempts(params.id),
	}));

	app.post<{ Body: Partial<Switches> }>(
		'/_sandbox/switches',
		{ schema: { body: SWITCHES } },
		async (request) => sandbox.setSwitches(request.body),
	);
	app.post<{ Body: OutcomeRule[] }>(
		'/_sandbox/outcomes',
		{ schema: { body: OUTCOMES } },
		async (request) => {
			sandbox.setOutcomes(request.body);
			return { outcomes: request.body };
		},
	);
	app.post<{ Body: { phone: string; listNumber: string; text: string } }>(
		'/_sandbox/answers',
		{ schema: { body: ANSWER } },
		async ({ body }) => sandbox.answer(body.phone, body.listNumber, body.text),
	);

	app.get('/_sandbox/links', async () => ({ links: sandbox.links() }));
	app.post<{ Params: { id: string } }>('/_sandbox/links/:id/clicks', async ({ params }) =>
		sandbox.click(params.id),
	);
}
