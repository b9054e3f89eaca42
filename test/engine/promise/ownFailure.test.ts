import type { INodeParameters } from 'n8n-workflow';

import { list } from '../../kit/account';
import { useNoJitter } from '../../kit/operation';
import type { StubAnswer } from '../../kit/stub';
import { operationOf } from '../trackly';
import { contactsPage, goodAnswer, orders, useOperations } from './api';
import { CONTINUE, countsOf, EVERY_ITEM_COMES_OUT, statusesOf } from './outcomes';

/** Rule R9: one item's failure is its own. */
useNoJitter();
const { stub } = useOperations();

const COUNT = 24;
const id = (value: string) => ({ __rl: true, mode: 'id', value });
const BAD = 'bad00000000000000000000b';

/** Each with the field that says what it is about; the bad one is about `bad`. */
const ABOUT_ONE_THING: Array<[name: string, usual: INodeParameters, bad: string]> = [
	[
		'contact > get',
		{ resource: 'contact', operation: 'get', phoneNumber: '={{ $json.to }}', options: {} },
		'to',
	],
	[
		'contact > upsert',
		{
			resource: 'contact',
			operation: 'upsert',
			listNumber: list(),
			phoneNumber: '={{ $json.to }}',
			customFields: {},
			additionalFields: {},
		},
		'to',
	],
	[
		'contact > unsubscribe, one list',
		{
			resource: 'contact',
			operation: 'unsubscribe',
			from: 'oneList',
			listNumber: list(),
			phoneNumber: '={{ $json.to }}',
			options: {},
		},
		'to',
	],
	[
		'contact > unsubscribe, every list',
		{
			resource: 'contact',
			operation: 'unsubscribe',
			from: 'everyList',
			phoneNumber: '={{ $json.to }}',
			options: {},
		},
		'to',
	],
	[
		'contact > getAll',
		{
			resource: 'contact',
			operation: 'getAll',
			returnAll: true,
			filters: { listNumber: list('={{ $json.from }}') },
		},
		'from',
	],
	[
		'message > send',
		{
			resource: 'message',
			operation: 'send',
			listNumber: list('={{ $json.from }}'),
			to: '={{ $json.to }}',
			body: 'Hi',
			additionalFields: {},
		},
		'from',
	],
	[
		'message > sendRaw',
		{
			resource: 'message',
			operation: 'sendRaw',
			listNumber: list('={{ $json.from }}'),
			to: '={{ $json.to }}',
			body: 'Hi',
			additionalFields: {},
		},
		'from',
	],
	[
		'revenue > record',
		{
			resource: 'revenue',
			operation: 'record',
			messageId: '={{ $json.message_id }}',
			revenue: 5,
			attributionType: 'sale',
			additionalFields: {},
		},
		'message_id',
	],
	...(['audience', 'offer', 'schedule'] as const).flatMap((resource) =>
		(['get', 'archive'] as const).map((operation): [string, INodeParameters, string] => [
			`${resource} > ${operation}`,
			{ resource, operation, [`${resource}Id`]: id('={{ $json.id }}') },
			'id',
		]),
	),
	[
		'phone > validate',
		{ resource: 'phone', operation: 'validate', phone: '={{ $json.to }}', options: {} },
		'to',
	],
	[
		'link > shorten',
		{
			resource: 'link',
			operation: 'shorten',
			listNumber: list('={{ $json.from }}'),
			linkTo: 'url',
			url: 'https://example.com',
			offerId: id(''),
			additionalFields: {},
		},
		'from',
	],
	[
		'api > request',
		{
			resource: 'api',
			operation: 'request',
			method: 'GET',
			path: '=/things/{{ $json.id }}',
			version: 'v2',
			query: {},
			allPages: false,
		},
		'id',
	],
	[
		'api > request, pages',
		{
			resource: 'api',
			operation: 'request',
			method: 'GET',
			path: '=/things/{{ $json.id }}',
			version: 'v2',
			query: {},
			allPages: true,
			rowsName: 'contacts',
			returnAll: true,
		},
		'id',
	],
];

const REFUSALS: Array<[name: string, answer: StubAnswer]> = [
	['404 without a code', { status: 404, json: { error: 'No such thing' } }],
	['404 with a code', { status: 404, json: { error: 'No such thing', code: 'thing_not_found' } }],
	['404 with nothing', { status: 404, json: {} }],
	['403 without a code', { status: 403, json: { error: 'This key may not use this' } }],
	['403 with a code', { status: 403, json: { error: 'Not yours', code: 'thing_forbidden' } }],
	['400', { status: 400, json: { error: 'No' } }],
	['409', { status: 409, json: { error: 'No' } }],
	['422', { status: 422, json: { error: 'No' } }],
];

const BAD_VALUES: Record<string, string> = {
	to: '+13035550199',
	from: '+18005550199',
	message_id: BAD,
	id: BAD,
};

function itemsWith(bad: string, place: number) {
	return orders(COUNT).map((item, index) => ({
		...item,
		from: '+18005550142',
		id: `a${String(index).padStart(23, '0')}`,
		...(index === place && { [bad]: BAD_VALUES[bad] }),
	}));
}

/** All is well, but for what concerns the one bad thing. */
function refuse(bad: string, answer: StubAnswer): void {
	stub.answer((request) => {
		const about = decodeURIComponent(request.path) + JSON.stringify(request.body);
		if (about.includes(BAD_VALUES[bad])) return answer;
		if (request.method !== 'GET') return goodAnswer(request);
		return { json: { ...contactsPage([{ id: 1, phone_number: '+1' }]), id: 'x', lists: [] } };
	});
}

describe.each(ABOUT_ONE_THING)('%s', (_, usual, bad) => {
	const run = operationOf(stub, usual);

	it.each(REFUSALS)('one of many answered with %s: the others are done', async (__, answer) => {
		refuse(bad, answer);
		const place = 1;
		const result = await run(itemsWith(bad, place), { settings: CONTINUE });
		const statuses = statusesOf(result, COUNT);
		expect([place, statuses[place]]).toEqual([place, 'rejected']);
		expect(countsOf(statuses).not_sent).toBeUndefined();
		expect(countsOf(statuses).rejected).toBe(1);
	});

	it.each(EVERY_ITEM_COMES_OUT)('the first refused, %s', async (__, settings) => {
		refuse(bad, REFUSALS[0][1]);
		const result = await run(itemsWith(bad, 0), { settings });
		expect(countsOf(statusesOf(result, COUNT)).rejected).toBe(1);
	});
});

describe('what meets every further request still ends the run', () => {
	const send = operationOf(stub, ABOUT_ONE_THING[5][1]);

	it.each<[string, StubAnswer]>([
		['the key refused', { status: 401, json: { error: 'Revoked', code: 'invalid_api_key' } }],
		['the key refused, without a code', { status: 401, json: {} }],
		['a redirect', { status: 301, text: '', headers: { Location: 'http://127.0.0.1:9' } }],
		[
			'an address that is no API',
			{ status: 404, text: '<html>Not Found</html>', type: 'text/html' },
		],
	])('%s', async (_, answer) => {
		stub.answer(() => answer);
		const result = await send(itemsWith('to', -1), { settings: CONTINUE });
		const counts = countsOf(statusesOf(result, COUNT));
		expect(counts.not_sent).toBeGreaterThanOrEqual(COUNT - 16);
		expect(stub.requests().length).toBeLessThanOrEqual(16);
	});
});
