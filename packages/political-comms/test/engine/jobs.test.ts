import type { IDataObject } from 'n8n-workflow';

import { useFastTime } from '../../../../test/chaos/fastTime';
import { id, operationOf, useSamples } from './politicalComms';

const stub = useSamples();
// What is not ready is asked for again after two seconds.
useFastTime(20);

/** A state for each time that it is asked for; the last one stays. */
function states(path: string, ...shown: IDataObject[]) {
	let asked = 0;
	const usual = stub.sample;
	stub.answer((request) => {
		if (request.method !== 'GET' || !request.path.includes(path)) return usual(request);
		return { json: { success: true, data: shown[Math.min(asked++, shown.length - 1)] } };
	});
	return () => asked;
}

const importList = operationOf(stub, {
	resource: 'contactList',
	operation: 'import',
	sourceUrl: 'https://files.example.org/october.csv',
	listName: '={{ $json.name }}',
	phoneColumn: 'Mobile',
	mergeTags: { first_name: 'First' },
	customMergeTags: { rows: [{ csvColumn: 'Precinct', mergeTag: 'precinct' }] },
	belongsTo: { brandId: id('brd_3M8D') },
});

const READY = { list_id: 'lst_8R2N', import: { status: 'ready', clean_contacts: 1131 } };

it('a list is imported, and its counts are there when it is ready', async () => {
	states('/contact-lists/lst_8R2N', READY);
	const { items, error } = await importList([{ name: 'October' }]);
	expect(error).toBeUndefined();
	expect(stub.bodies()[0]).toEqual({
		source_url: 'https://files.example.org/october.csv',
		brand_id: 'brd_3M8D',
		list_name: 'October',
		phone_column: 'Mobile',
		merge_tags: {
			first_name: 'First',
			custom_fields: [{ csv_column: 'Precinct', merge_tag: 'precinct' }],
		},
	});
	expect(items[0].json).toMatchObject({
		id: 'lst_8R2N',
		importStatus: 'ready',
		cleanContacts: 1131,
		ready: true,
	});
});

it.each(['accepted', 'older'])('in either form of the answer: %s', async (sample) => {
	stub.give('importContactList', sample);
	states('/contact-lists/lst_8R2N', READY);
	const { items } = await importList([{ name: 'October' }]);
	expect(items[0].json).toMatchObject({ id: 'lst_8R2N', ready: true });
});

it('as it came, where nothing is simplified', async () => {
	states('/contact-lists/lst_8R2N', READY);
	const { items } = await importList([{ name: 'October' }], { parameters: { simplify: false } });
	expect(items[0].json).toMatchObject({ list_id: 'lst_8R2N', import: READY.import, ready: true });
});

it('a list whose import failed is an error with its id, and a further try makes no second one', async () => {
	states('/contact-lists/lst_8R2N', { list_id: 'lst_8R2N', import: { status: 'failed' } });
	const settings = { retryOnFail: true, maxTries: 2, waitBetweenTries: 1 };
	const { error } = await importList([{ name: 'October' }], { settings });
	expect(error?.message).toContain('failed');
	expect(stub.requests().filter(({ method }) => method === 'POST')).toHaveLength(1);
});

it('a retried execution goes on waiting for the list that it has started', async () => {
	states('/contact-lists/lst_8R2N', { list_id: 'lst_8R2N', import: { status: 'processing' } });
	const late = { maximumWait: 0, ifNotReady: 'fail' };
	const first = await importList([{ name: 'October' }], { parameters: late });
	expect(first.error?.message).toContain('not ready within Maximum Wait');
	states('/contact-lists/lst_8R2N', READY);
	const second = await importList([{ name: 'October' }], {
		retryOf: first,
		executionId: '2',
		parameters: { maximumWait: 1 },
	});
	expect(second.items[0].json).toMatchObject({ id: 'lst_8R2N', ready: true });
	expect(stub.requests().filter(({ method }) => method === 'POST')).toHaveLength(1);
});

it.each([
	['importReady', { import: { status: 'ready' }, analysis: { status: 'not_started' } }, 1],
	['analysisComplete', { analysis: { status: 'complete' } }, 1],
	['now', { import: { status: 'processing' } }, 1],
])('a list can be got once it is ready: %s', async (waitUntil, state, times) => {
	const asked = states('/contact-lists/', { list_id: 'lst_8R2N', ...state });
	const get = operationOf(stub, {
		resource: 'contactList',
		operation: 'get',
		contactListId: id('lst_8R2N'),
		waitUntil,
	});
	const { items } = await get([{}]);
	expect(items[0].json.ready).toBe(waitUntil === 'now' ? undefined : true);
	expect(asked()).toBe(times);
});

it('an analysis tells what it costs, and is waited for only if the user wants', async () => {
	const analyze = operationOf(stub, {
		resource: 'contactList',
		operation: 'analyze',
		contactListId: id('lst_8R2N'),
	});
	stub.give('analyzeContactList', 'started');
	const { items } = await analyze([{}]);
	expect(items[0].json).toEqual({
		id: 'lst_8R2N',
		costCents: 566,
		numbersQueued: 1131,
		estimatedCompletionSeconds: 90,
		analysisStatus: 'processing',
	});
	stub.give('analyzeContactList', 'nothingLeft');
	const { items: done } = await analyze([{}], { parameters: { waitUntilReady: true } });
	expect(done[0].json).toMatchObject({ costCents: 0, analysisStatus: 'complete', ready: true });
});

it.each(['sdk', 'documented'])('a media file is imported, in either form: %s', async (sample) => {
	stub.give('importMedia', sample);
	states('/media/med_4V6P', {
		media_id: 'med_4V6P',
		status: 'ready',
		url: 'https://m.example/r.jpg',
	});
	const importMedia = operationOf(stub, {
		resource: 'media',
		operation: 'import',
		sourceUrl: 'https://files.example.org/rally.jpg',
		mediaName: 'rally.jpg',
	});
	const { items, error } = await importMedia([{}]);
	expect(error).toBeUndefined();
	expect(items[0].json).toMatchObject({ id: 'med_4V6P', status: 'ready', ready: true });
});

it('an analysis that failed is not begun and paid again by a further try', async () => {
	const started = { list_id: 'lst_8R2N', cost_cents: 5, analysis: { status: 'failed' } };
	stub.answer(() => ({ json: { success: true, data: started } }));
	const analyze = operationOf(stub, {
		resource: 'contactList',
		operation: 'analyze',
		contactListId: id('lst_8R2N'),
		waitUntilReady: true,
	});
	const settings = { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 };
	const { error } = await analyze([{}], { settings });
	expect(error?.message).toContain('It was started, but it failed');
	expect(stub.requests()).toHaveLength(1);
});

it.each(['contactList', 'media'])(
	'%s: a file on this machine may come by http',
	async (resource) => {
		const sourceUrl = 'http://127.0.0.1:8080/file';
		const parameters = { resource, sourceUrl, waitUntilReady: false };
		const { error } = await importList([{ name: 'October' }], { parameters });
		expect(error).toBeUndefined();
		expect(stub.bodies()[0]).toMatchObject({ source_url: sourceUrl });
	},
);
