import type { INodeParameters } from 'n8n-workflow';

import { useNoJitter } from '../../../../test/kit/operation';
import { useProcessedStore } from '../../../../test/kit/processedStore';
import type { StubAnswer } from '../../../../test/kit/stub';
import { id, NEW_PROJECT, operationOf, useSamples } from './politicalComms';

const stub = useSamples();
useProcessedStore();
useNoJitter();

const project = { projectId: id('prj_2H9B') };
const list = { contactListId: id('lst_8R2N') };

/** Writes that must not be made twice, with the path that they go to. */
const ONCE: Array<[string, string, INodeParameters]> = [
	[
		'contactList',
		'import',
		{
			sourceUrl: 'https://files.example.org/october.csv',
			listName: 'October volunteers',
			phoneColumn: 'Mobile',
			waitUntilReady: false,
		},
	],
	['media', 'import', { sourceUrl: 'https://files.example.org/rally.jpg', waitUntilReady: false }],
	['project', 'create', NEW_PROJECT],
	['project', 'copy', project],
	['project', 'sendTest', { ...project, phones: '+12025550117' }],
	['project', 'schedule', { ...project, when: 'now' }],
];

/** Writes that may be made again without harm. */
const AGAIN: Array<[string, string, INodeParameters]> = [
	['contactList', 'analyze', list],
	['contactList', 'delete', list],
	['media', 'delete', { mediaId: id('med_4V6P') }],
	['project', 'update', { ...project, changes: { name: 'Canvass' } }],
	['project', 'unschedule', project],
];

const writes = () => stub.requests().filter(({ method }) => method !== 'GET');
const keys = () => stub.headers().map((headers) => headers['idempotency-key']);
const writing = (resource: string, operation: string, more: INodeParameters) =>
	operationOf(stub, { resource, operation, ...more });

const LOST: Array<[string, StubAnswer]> = [
	['a cut connection', { cut: 'rst' }],
	['500', { status: 500, json: { error: 'Something went wrong', code: 'INTERNAL_ERROR' } }],
	['a bad gateway', { status: 502, text: 'Bad gateway', type: 'text/plain' }],
];

describe.each(ONCE)('%s: %s', (resource, operation, parameters) => {
	const write = writing(resource, operation, parameters);

	it('is made with a key of its own for each item', async () => {
		const { error, items } = await write([{}, {}]);
		expect(error).toBeUndefined();
		expect(items).toHaveLength(2);
		expect(new Set(keys()).size).toBe(2);
		for (const key of keys()) expect(key).toMatch(/^[0-9a-f]{40}$/);
	});

	// A server that ignores the key would do it twice, and nobody can tell from here.
	it.each(LOST)('is made once whatever comes of %s, Retry On Fail included', async (_, answer) => {
		stub.answer(({ method }) => (method === 'GET' ? { json: { data: {} } } : answer));
		const settings = { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 };
		await write([{}], { settings });
		expect(writes()).toHaveLength(1);
	});

	it('is made again with the same key and body where certainly nothing was done', async () => {
		let turn = 0;
		const usual = stub.sample;
		stub.answer((request) =>
			turn++ === 0 ? { status: 429, json: { error: 'Over the limit' } } : usual(request),
		);
		const { error } = await write([{}]);
		expect(error).toBeUndefined();
		expect(writes()).toHaveLength(2);
		expect(keys()[1]).toBe(keys()[0]);
		expect(writes()[1].body).toEqual(writes()[0].body);
	});

	it('is skipped where the own key was used before, in this run or another execution', async () => {
		const parameters = { safeguards: { idempotencyKey: '={{ $json.wave }}' } };
		const { items } = await write([{ wave: 'wave-1' }, { wave: 'wave-1' }], { parameters });
		expect(items[1].json).toMatchObject({ status: 'skipped', reason: 'same_key' });
		const later = await write([{ wave: 'wave-1' }], { parameters, executionId: '2' });
		expect(later.items[0].json).toMatchObject({ status: 'skipped', reason: 'already_done' });
		expect(keys()).toEqual(['wave-1']);
	});

	it('sends nothing in a dry run', async () => {
		const { items } = await write([{}], { parameters: { safeguards: { dryRun: true } } });
		expect(items[0].json).toMatchObject({ status: 'dry_run' });
		expect(writes()).toEqual([]);
	});
});

describe.each(AGAIN)('%s: %s', (resource, operation, parameters) => {
	it('is made again with the same key after a lost response', async () => {
		let turn = 0;
		const usual = stub.sample;
		stub.answer((request) => (turn++ === 0 ? { cut: 'rst' } : usual(request)));
		const { error, items } = await writing(resource, operation, parameters)([{}]);
		expect(error).toBeUndefined();
		expect(items).toHaveLength(1);
		expect(writes()).toHaveLength(2);
		expect(keys()[1]).toBe(keys()[0]);
	});
});
