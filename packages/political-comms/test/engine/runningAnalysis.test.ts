import type { INodeParameters } from 'n8n-workflow';

import { useFastTime } from '../../../../test/chaos/fastTime';
import { shown } from '../../../../test/kit/operation';
import { API_KEY, id, NEW_PROJECT, operationOf, useSamples } from './politicalComms';

const stub = useSamples();
useFastTime(20);

const project = { resource: 'project', projectId: id('prj_2H9B') };
const AT = { when: 'at', sendAt: '2199-10-20T09:00:00', timeZone: 'America/Denver' };
const WAIT = { options: { waitForAnalysis: 10 } };

const OPERATIONS: Array<[string, INodeParameters]> = [
	['create', { resource: 'project', ...NEW_PROJECT }],
	['update', { ...project, changes: { name: 'New' } }],
	['schedule', { ...project, ...AT }],
];

const ANALYZING = {
	error: 'A list is being analysed',
	code: 'LIST_ANALYSIS_IN_PROGRESS',
	details: { lists: [{ id: 'lst_8R2N', name: 'October' }] },
};

/** A list of the project is being analyzed for so many requests. */
function analyzing(requests: number) {
	const usual = stub.sample;
	const refused: unknown[] = [];
	stub.answer((request) => {
		if (request.method === 'GET' || refused.length >= requests) return usual(request);
		refused.push(request.body);
		return { status: 409, json: ANALYZING };
	});
}

const writes = () => stub.requests().filter(({ method }) => method !== 'GET');

it.each(OPERATIONS)(
	'%s waits for a running analysis, with the same key and body each time',
	async (operation, parameters) => {
		analyzing(3);
		const run = operationOf(stub, { operation, ...parameters, ...WAIT });
		const { error, items } = await run([{}]);
		expect(error).toBeUndefined();
		expect(items).toHaveLength(1);
		expect(writes()).toHaveLength(4);
		expect(new Set(writes().map(({ body }) => JSON.stringify(body))).size).toBe(1);
		expect(new Set(stub.headers().map((headers) => headers['idempotency-key'])).size).toBe(1);
	},
);

it.each(OPERATIONS)('%s says what to do where it does not wait', async (operation, parameters) => {
	analyzing(1);
	const { error } = await operationOf(stub, { operation, ...parameters })([{}]);
	expect(shown(error, API_KEY)).toContain('October');
	expect(error?.description).toContain('Wait for Running Analysis');
	expect(writes()).toHaveLength(1);
});

it('an analysis that outlasts the wait fails the item, and nothing was changed', async () => {
	analyzing(Infinity);
	const parameters = { ...project, ...AT, options: { waitForAnalysis: 0.5 } };
	const { error } = await operationOf(stub, { operation: 'schedule', ...parameters })([{}]);
	expect(error?.message).toContain('LIST_ANALYSIS_IN_PROGRESS');
	expect(writes().length).toBeGreaterThan(2);
});

it('guards are checked each time', async () => {
	const usual = stub.sample;
	let asked = 0;
	stub.answer((request) => {
		if (request.method !== 'GET') return { status: 409, json: ANALYZING };
		asked += 1;
		return asked === 1
			? usual(request)
			: { json: { success: true, data: { id: 'prj_2H9B', total_recipients: 9_000 } } };
	});
	const guards = { guards: { atMostRecipients: 5_000 } };
	const parameters = { ...project, ...AT, ...WAIT, ...guards };
	const { error } = await operationOf(stub, { operation: 'schedule', ...parameters })([{}]);
	expect(error?.message).toContain('9,000');
	expect(writes()).toHaveLength(1);
});

it('another refusal is not waited for', async () => {
	stub.answer(() => ({ status: 409, json: { error: 'No', code: 'SENDING_PAUSED' } }));
	const parameters = { operation: 'schedule', ...project, ...AT, ...WAIT };
	const { error } = await operationOf(stub, parameters)([{}]);
	expect(error?.message).toContain('SENDING_PAUSED');
	expect(writes()).toHaveLength(1);
});

it.each([-1, 1_441])('a wait of %d minutes is refused before any request', async (minutes) => {
	const options = { waitForAnalysis: minutes };
	const parameters = { operation: 'schedule', ...project, ...AT, options };
	const { error } = await operationOf(stub, parameters)([{}]);
	expect(error?.message).toContain(
		'"Wait for Running Analysis (Minutes)" must be between 0 and 1,440 minutes',
	);
	expect(stub.requests()).toEqual([]);
});
