import type { FastifyInstance } from 'fastify';
import { closedObject, settingRoutes } from '../../../sandbox/core';
import type { Sender } from './account/senders';
import { USUAL_SETTINGS } from './account/settings';
import type { MeSmsControls, MessageInput } from './controls';

const text = { type: 'string', minLength: 1 };
const count = { type: 'integer', minimum: 0 };

const CREDITS = closedObject({ balance: { type: 'number' } }, ['balance']);
const SENDER = closedObject(
	{
		name: text,
		status: { enum: ['approved', 'pending', 'rejected'] },
		shared: { type: 'boolean' },
	},
	['name'],
);
const GROUP = closedObject({ id: count, numbers: count }, ['id', 'numbers']);
const TEMPLATE = closedObject({ id: count, text }, ['id', 'text']);
const MESSAGE = closedObject(
	{ numbers: count, numbersFrom: count, sender: text, content: text, scheduledTime: text },
	['numbers'],
);

/** Serves what only this account can do as JSON over HTTP, below `/_sandbox`. */
export function controlRoutes(app: FastifyInstance, controls: MeSmsControls): void {
	settingRoutes(app, controls, USUAL_SETTINGS);
	app.post<{ Body: { halted: boolean } }>(
		'/_sandbox/clock/halt',
		{ schema: { body: closedObject({ halted: { type: 'boolean' } }, ['halted']) } },
		async ({ body }) => {
			controls.haltClock(body.halted);
			return body;
		},
	);
	app.get('/_sandbox/credits', async () => controls.credits());
	app.post<{ Body: { balance: number } }>(
		'/_sandbox/credits',
		{ schema: { body: CREDITS } },
		async ({ body }) => controls.setCredits(body.balance),
	);
	app.get('/_sandbox/senders', async () => ({ senders: controls.senders() }));
	app.post<{ Body: Pick<Sender, 'name'> & Partial<Sender> }>(
		'/_sandbox/senders',
		{ schema: { body: SENDER } },
		async ({ body }) => controls.putSender(body),
	);
	app.delete<{ Params: { name: string } }>('/_sandbox/senders/:name', async ({ params }) => ({
		removed: controls.removeSender(params.name),
	}));
	app.post<{ Body: { id: number; numbers: number } }>(
		'/_sandbox/groups',
		{ schema: { body: GROUP } },
		async ({ body }) => {
			controls.putGroup(body.id, body.numbers);
			return body;
		},
	);
	app.post<{ Body: { id: number; text: string } }>(
		'/_sandbox/templates',
		{ schema: { body: TEMPLATE } },
		async ({ body }) => {
			controls.putTemplate(body.id, body.text);
			return body;
		},
	);
	app.get('/_sandbox/messages', async () => ({ messages: controls.messages() }));
	app.post<{ Body: MessageInput }>(
		'/_sandbox/messages',
		{ schema: { body: MESSAGE } },
		async ({ body }) => ({ uuid: controls.addMessage(body) }),
	);
	app.get<{ Params: { uuid: string } }>('/_sandbox/messages/:uuid/numbers', async ({ params }) => ({
		numbers: controls.numbersOf(params.uuid),
	}));
	app.get('/_sandbox/visits', async () => ({ visits: controls.visits() }));
}
