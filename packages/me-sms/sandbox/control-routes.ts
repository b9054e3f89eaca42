import type { FastifyInstance } from 'fastify';
import type { Sender } from './account/senders';
import { USUAL_SETTINGS } from './account/settings';
import type { Settings } from './account/settings';
import type { MeSmsControls, MessageInput } from './controls';

const text = { type: 'string', minLength: 1 };
const count = { type: 'integer', minimum: 0 };
const closed = (properties: object, required: string[] = []) => ({
	type: 'object',
	additionalProperties: false,
	properties,
	required,
});

const SETTINGS = closed(
	Object.fromEntries(Object.keys(USUAL_SETTINGS).map((key) => [key, { type: 'number' }])),
);
const CREDITS = closed({ balance: { type: 'number' } }, ['balance']);
const SENDER = closed(
	{
		name: text,
		status: { enum: ['approved', 'pending', 'rejected'] },
		shared: { type: 'boolean' },
	},
	['name'],
);
const GROUP = closed({ id: count, numbers: count }, ['id', 'numbers']);
const TEMPLATE = closed({ id: count, text }, ['id', 'text']);
const MESSAGE = closed(
	{ numbers: count, numbersFrom: count, sender: text, content: text, scheduledTime: text },
	['numbers'],
);

/** Serves what only this account can do as JSON over HTTP, below `/_sandbox`. */
export function controlRoutes(app: FastifyInstance, controls: MeSmsControls): void {
	app.get('/_sandbox/keys', async () => controls.keys());
	app.get('/_sandbox/settings', async () => controls.settings());
	app.post<{ Body: Partial<Settings> }>(
		'/_sandbox/settings',
		{ schema: { body: SETTINGS } },
		async ({ body }) => controls.setSettings(body),
	);
	app.post<{ Body: { halted: boolean } }>(
		'/_sandbox/clock/halt',
		{ schema: { body: closed({ halted: { type: 'boolean' } }, ['halted']) } },
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
