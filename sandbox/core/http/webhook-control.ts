import type { FastifyInstance } from 'fastify';
import type { SandboxControls } from '../controls';
import type { EndpointStatus, WebhookInput } from '../webhooks/endpoints';
import type { WebhookForm } from '../webhooks/form';

const WEBHOOK_STATUS = {
	type: 'object',
	required: ['status'],
	additionalProperties: false,
	properties: { status: { enum: ['active', 'paused'] } },
};

type WebhookControls = Pick<
	SandboxControls,
	| 'journal'
	| 'listWebhooks'
	| 'addWebhook'
	| 'removeWebhook'
	| 'setWebhookStatus'
	| 'testWebhook'
	| 'repeatWebhook'
>;

/** Serves what tests do with the endpoints of an account that posts events. */
export function webhookControl(
	app: FastifyInstance,
	sandbox: WebhookControls,
	webhookForm: WebhookForm,
): void {
	app.get('/_sandbox/journal/webhooks', async () => ({
		attempts: sandbox.journal().webhookAttempts(),
	}));
	app.get('/_sandbox/webhooks', async () => ({ webhooks: sandbox.listWebhooks() }));
	app.post<{ Body: WebhookInput }>(
		'/_sandbox/webhooks',
		{ schema: { body: webhookSchema(webhookForm) } },
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
	app.post<{ Params: { id: string } }>('/_sandbox/webhooks/:id/test', async ({ params }) => {
		sandbox.testWebhook(params.id);
		return { posted: true };
	});
	app.post<{ Params: { attempt: string } }>(
		'/_sandbox/journal/webhooks/:attempt/repeat',
		async ({ params }) => {
			sandbox.repeatWebhook(Number(params.attempt));
			return { posted: true };
		},
	);
	app.get<{ Params: { id: string } }>('/_sandbox/webhooks/:id/attempts', async ({ params }) => ({
		attempts: sandbox.journal().webhookAttempts(params.id),
	}));
}

function webhookSchema({ events, signatureFormats }: WebhookForm): object {
	return {
		type: 'object',
		required: ['url'],
		additionalProperties: false,
		properties: {
			url: { type: 'string', pattern: '^https?://' },
			events: { type: 'array', items: { enum: events } },
			secret: { type: 'string' },
			signatureFormat: { enum: signatureFormats },
		},
	};
}
