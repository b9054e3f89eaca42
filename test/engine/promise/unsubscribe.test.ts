import { list } from '../../kit/account';
import { useNoJitter } from '../../kit/operation';
import type { StubAnswer } from '../../kit/stub';
import { operationOf } from '../trackly';
import { useOperations } from './api';
import { EVERY_ITEM_COMES_OUT, CONTINUE, statusesOf } from './outcomes';

/** "unsubscribed" only after a request that was answered with yes, or where nothing is active. */
useNoJitter();
const { stub, writes } = useOperations();

const PHONE = '+12025550117';
const [ONE, TWO] = ['+18005550142', '+18005550177'];
const everyList = operationOf(stub, {
	resource: 'contact',
	operation: 'unsubscribe',
	from: 'everyList',
	phoneNumber: '={{ $json.to }}',
	options: {},
});
const oneList = operationOf(stub, {
	resource: 'contact',
	operation: 'unsubscribe',
	from: 'oneList',
	listNumber: list(),
	phoneNumber: '={{ $json.to }}',
	options: {},
});

/** The contact is answered as given; every deletion is answered with yes, unless said otherwise. */
function contactIs(contact: unknown, deleted: StubAnswer = { json: { unsubscribed: true } }): void {
	stub.answer(({ method }) => (method === 'GET' ? { json: contact } : deleted));
}

const contact = (...lists: unknown[]) => ({ phone_number: PHONE, lists });
const deletedFrom = () => writes().map(({ body }) => body.list_number);

describe('from every list', () => {
	it.each<[string, unknown]>([
		['true', true],
		['1', 1],
		['"true"', 'true'],
		['"1"', '1'],
		['"yes"', 'yes'],
		['"active"', 'active'],
		['null', null],
		['nothing', undefined],
	])('ends a subscription whose active is %s', async (_, active) => {
		contactIs(contact({ list_number: ONE, active }));
		const result = await everyList([{ to: PHONE }]);
		expect(result.error).toBeUndefined();
		expect(deletedFrom()).toEqual([ONE]);
		expect(result.items[0].json).toMatchObject({ unsubscribed: true, list_numbers: [ONE] });
	});

	it('ends those that are not clearly over and no others', async () => {
		contactIs(contact({ list_number: ONE, active: false }, { list_number: TWO, active: 1 }));
		await everyList([{ to: PHONE }]);
		expect(deletedFrom()).toContain(TWO);
	});

	it.each<[string, unknown]>([
		['in contact', { contact: contact({ list_number: ONE, active: true }) }],
		[
			'in contact, with success',
			{ success: true, contact: contact({ list_number: ONE, active: 1 }) },
		],
		['in data', { data: contact({ list_number: ONE, active: true }) }],
	])('a contact that is wrapped %s is read or not said to be unsubscribed', async (_, json) => {
		contactIs(json);
		const result = await everyList([{ to: PHONE }], { settings: CONTINUE });
		const said = result.items[0].json.unsubscribed === true;
		expect(said).toBe(deletedFrom().length === 1);
	});

	it.each<[string, unknown]>([
		['without lists', { phone_number: PHONE }],
		['with lists: null', { phone_number: PHONE, lists: null }],
		['with lists as an object', { phone_number: PHONE, lists: { 0: { list_number: ONE } } }],
		['with lists as text', { phone_number: PHONE, lists: ONE }],
		['that is empty', {}],
		['that says no in 200', { success: false, error: 'Try again later' }],
		['that says no in 200 with lists', { success: false, error: 'Try later', lists: [] }],
		['that is a list', [contact({ list_number: ONE, active: true })]],
		['that is null', null],
		['whose list has no number', contact({ list_id: 7, active: true })],
		['whose list is a text that is none', contact('who?')],
		['whose list is null', contact(null)],
	])('an answer %s fails, and is not said to be unsubscribed', async (_, json) => {
		contactIs(json);
		const result = await everyList([{ to: PHONE }], { settings: CONTINUE });
		expect(['rejected', 'unknown']).toContain(statusesOf(result, 1)[0]);
		expect(result.items[0].json.unsubscribed).not.toBe(true);
		expect((await everyList([{ to: PHONE }])).error).toBeDefined();
	});

	it.each<[string, unknown]>([
		['is on no list', contact()],
		['is only on lists that are over', contact({ list_number: ONE, active: false })],
	])('a contact that %s needs no request', async (_, json) => {
		contactIs(json);
		const result = await everyList([{ to: PHONE }], { settings: CONTINUE });
		expect(statusesOf(result, 1)).not.toContain('rejected');
	});

	describe.each(EVERY_ITEM_COMES_OUT)('with %s', (_, settings) => {
		it.each([
			['first', 0],
			['last', 2],
		])('the %s contact cannot be read: the others are unsubscribed', async (__, bad) => {
			const phones = ['+12025550111', '+12025550112', '+12025550113'];
			stub.answer(({ method, path }) => {
				if (method !== 'GET') return { json: { unsubscribed: true } };
				const isBad = decodeURIComponent(path).includes(phones[bad]);
				return { json: isBad ? {} : contact({ list_number: ONE, active: true }) };
			});
			const result = await everyList(
				phones.map((to) => ({ to })),
				{ settings },
			);
			const statuses = statusesOf(result, 3);
			expect(['rejected', 'unknown']).toContain(statuses[bad]);
			expect(statuses.filter((status) => status === 'done')).toHaveLength(2);
			expect(deletedFrom()).toHaveLength(2);
		});
	});
});

describe.each([
	['from one list', oneList],
	['from every list', everyList],
])('%s, the deletion answered with', (_, run) => {
	it.each<[string, StubAnswer]>([
		['success: false', { json: { success: false, error: 'Try later' } }],
		['an error text', { json: { error: 'Try later' } }],
		['500', { status: 500, json: {} }],
		['a cut', { cut: 'fin' }],
		['HTML', { text: '<html>', type: 'text/html' }],
	])('%s: not said to be unsubscribed', async (__, answer) => {
		contactIs(contact({ list_number: ONE, active: true }), answer);
		const result = await run([{ to: PHONE }], { settings: CONTINUE });
		expect(['rejected', 'unknown']).toContain(statusesOf(result, 1)[0]);
		expect(result.items[0].json.unsubscribed).not.toBe(true);
	});

	it.each<[string, StubAnswer]>([
		['204', { status: 204, text: '' }],
		['unsubscribed: true', { json: { success: true, unsubscribed: true } }],
		['success alone', { json: { success: true } }],
		// There was no subscription to end any more (contract: unsubscribeContact).
		['unsubscribed: false', { json: { success: true, unsubscribed: false } }],
	])('%s: done', async (__, answer) => {
		contactIs(contact({ list_number: ONE, active: true }), answer);
		const result = await run([{ to: PHONE }], { settings: CONTINUE });
		expect(statusesOf(result, 1)).toEqual(['done']);
		expect(deletedFrom()).toEqual([ONE]);
	});
});
