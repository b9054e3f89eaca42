import type { FastifyInstance } from 'fastify';
import { closedObject, settingRoutes } from '../../../sandbox/core';
import { USUAL_SETTINGS } from './account/settings';
import type { PoliticalCommsControls } from './controls';
import type { ReplyRefusal } from './conversations/threads';
import type { OutcomeRule } from './messages/message';

const text = { type: 'string', minLength: 1 };

const OUTCOMES = {
	type: 'array',
	items: closedObject(
		{ endsWith: text, status: { enum: ['delivered', 'failed'] }, errorCode: text },
		['endsWith', 'status'],
	),
};
const REFUSALS = ['CONVERSATION_NOT_SENDABLE', 'PROJECT_DELETED', 'PHONE_NUMBER_UNAVAILABLE'];

/** Serves what only this account can do as JSON over HTTP, below `/_sandbox`. */
export function controlRoutes(app: FastifyInstance, controls: PoliticalCommsControls): void {
	settingRoutes(app, controls, USUAL_SETTINGS);
	app.get('/_sandbox/links', async () => ({ links: controls.links() }));
	app.post<{ Body: OutcomeRule[] }>(
		'/_sandbox/outcomes',
		{ schema: { body: OUTCOMES } },
		async ({ body }) => {
			controls.setOutcomes(body);
			return { outcomes: body };
		},
	);
	app.post<{ Params: { id: string }; Body: { reason: string } }>(
		'/_sandbox/projects/:id/pause',
		{ schema: { body: closedObject({ reason: text }, ['reason']) } },
		async ({ params, body }) => {
			controls.pauseProject(params.id, body.reason);
			return { paused: true };
		},
	);
	app.post<{ Params: { id: string }; Body: { code?: ReplyRefusal } }>(
		'/_sandbox/conversations/:id/refusal',
		{ schema: { body: closedObject({ code: { enum: REFUSALS } }) } },
		async ({ params, body }) => {
			controls.refuseReplies(params.id, body.code);
			return { code: body.code ?? null };
		},
	);
	app.post<{ Body: { orgId: string; phone: string; isOut?: boolean } }>(
		'/_sandbox/opt-outs',
		{
			schema: {
				body: closedObject({ orgId: text, phone: text, isOut: { type: 'boolean' } }, [
					'orgId',
					'phone',
				]),
			},
		},
		async ({ body }) => {
			controls.setOptedOut(body.orgId, body.phone, body.isOut);
			return body;
		},
	);
	app.post<{ Body: { work: 'import' | 'analysis' | 'media' } }>(
		'/_sandbox/fail-next',
		{
			schema: { body: closedObject({ work: { enum: ['import', 'analysis', 'media'] } }, ['work']) },
		},
		async ({ body }) => {
			controls.failNext(body.work);
			return body;
		},
	);
}
