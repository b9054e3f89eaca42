import type { IDataObject, INode, INodeParameters } from 'n8n-workflow';

import { until } from '../../host/poll';
import { LIST, list, phoneNumbers } from '../kit/account';
import { contactsPage, goodAnswer, KEY, orders } from '../kit/anyAccount';
import type { StubAnswer } from '../kit/stub';
import { useAnyAccount, type Ended } from './anyAccount';
import { whileStoreFails } from './keyStore';
import { useResets } from './resets';
import { manualWorkflow, useWorld } from './world';
import { SOON } from './soon';

/** The promise in a real n8n, whatever the account answers: counted at the account. */

const resets = useResets();
const world = useWorld(resets.env);
const { stub, node, save, run, runSaved, writes, arrived } = useAnyAccount(world);

const CONTINUE = { onError: 'continueRegularOutput' } satisfies Partial<INode>;
const RETRY = { retryOnFail: true, maxTries: 3, waitBetweenTries: 50 } satisfies Partial<INode>;

const SEND: INodeParameters = {
	resource: 'message',
	operation: 'send',
	listNumber: list(),
	to: '={{ $json.to }}',
	body: '={{ $json.body }}',
};
const SEND_MANY: INodeParameters = {
	resource: 'message',
	operation: 'sendMany',
	listNumber: list(),
	columns: { mappingMode: 'autoMapInputData', value: null },
};
const RECORD: INodeParameters = {
	resource: 'revenue',
	operation: 'record',
	messageId: '={{ $json.message_id }}',
	revenue: '={{ $json.revenue }}',
};
const TEXTING: Array<[name: string, parameters: INodeParameters]> = [
	['Send', SEND],
	['Send Many', SEND_MANY],
];

const statusesOf = ({ items }: Ended) => items.map(({ status, code }) => status ?? code);
const count = (ended: Ended, status: string) =>
	statusesOf(ended).filter((each) => each === status).length;
const expectOnce = (...people: Array<{ to: string }>) =>
	expect(arrived().sort()).toEqual(people.map(({ to }) => to).sort());

describe('1: a key is given back only by the run that took it', () => {
	it.each([
		['cannot be read', 'On Error = Continue', CONTINUE],
		['takes no keys', 'On Error = Stop', {}],
		['takes no keys', 'On Error = Continue', CONTINUE],
		['takes no keys', 'Retry On Fail', RETRY],
	] as const)('for one run the store %s, %s', async (fault, _, settings) => {
		const sender = node({ ...SEND, safeguards: KEY }, settings);
		const id = await save(manualWorkflow(orders(6), sender));
		expect(count(await runSaved(id), 'queued')).toBe(6);
		const failed = await whileStoreFails(world().n8n, fault, () => runSaved(id, orders(8)));
		expect(failed.error ?? JSON.stringify(failed.items)).toContain('key_store_failed');
		expectOnce(...orders(6));
		const again = await runSaved(id);
		expect(count(again, 'skipped')).toBe(6);
		expectOnce(...orders(8));
	});

	it('Stop is pressed while texts wait for their pace', async () => {
		const { n8n } = world();
		const safeguards = { ...KEY, textsPerSecond: 2 };
		const sender = node({ ...SEND, safeguards });
		const id = await save(manualWorkflow(orders(3), sender));
		await runSaved(id);
		expectOnce(...orders(3));

		// Two new ones, those who know it already, and more new ones than leave in a while.
		const everybody = [...orders(2, 3), ...orders(3), ...orders(55, 5)];
		const waiting = runSaved(id, everybody);
		await until('the next text', SOON, async () => arrived().length > 3 || undefined);
		const [{ id: executionId }] = await n8n.executions({ workflowId: id });
		await n8n.stopExecution(executionId);
		expect((await waiting).status).toBe('canceled');
		expect(arrived().length).toBeLessThan(60);

		const parameters = { ...sender.parameters, safeguards: KEY };
		await n8n.updateNode(id, sender.name, { parameters });
		const again = await runSaved(id);
		expect(again.status).toBe('success');
		expectOnce(...orders(60));
	});
});

describe('2: keys are remembered as promised', () => {
	it.each(TEXTING)('%s: new items before the known ones, history full', async (_, parameters) => {
		const safeguards = { ...KEY, idempotencyHistorySize: 20 };
		const id = await save(manualWorkflow(orders(20), node({ ...parameters, safeguards })));
		await runSaved(id);
		expectOnce(...orders(20));
		const again = await runSaved(id, [...orders(10, 20), ...orders(10)]);
		expect(count(again, 'queued')).toBe(10);
		expectOnce(...orders(30));
	});

	it('1,000 new people before 9,000 known ones', async () => {
		const sender = node({ ...SEND_MANY, safeguards: KEY });
		const id = await save(manualWorkflow(orders(10_000), sender));
		await runSaved(id);
		const again = await runSaved(id, [...orders(1_000, 10_000), ...orders(9_000)]);
		expect(count(again, 'queued')).toBe(1_000);
		expect(arrived()).toHaveLength(11_000);
		expect(new Set(arrived()).size).toBe(11_000);
	});

	it('two nodes with scope Whole Workflow, one of them with a smaller history', async () => {
		const safeguards = { ...KEY, idempotencyScope: 'workflow' };
		const small = { ...safeguards, idempotencyHistorySize: 30 };
		const recorder = { ...node({ ...RECORD, safeguards: small }), name: 'Revenue', id: 'Revenue' };
		const file = manualWorkflow(orders(30), node({ ...SEND, safeguards }));
		file.nodes.push(recorder);
		const to = (name: string) => ({ node: name, type: 'main' as const, index: 0 });
		file.connections.Items = { main: [[to('Trackly'), to('Revenue')]] };
		const id = await save(file);
		await runSaved(id);
		await runSaved(id, orders(30, 30));
		const everything = orders(60).flatMap((order) => [order.to, order.message_id]);
		expect(arrived().sort()).toEqual(everything.sort());

		expect(count(await runSaved(id, orders(30)), 'skipped')).toBe(30);
		expect(arrived().filter((each) => each.startsWith('+'))).toHaveLength(60);
	});
});

describe('3: Skip Opted-Out texts nobody when the opt-outs', () => {
	const [WHOM] = phoneNumbers(1);
	const optedOut = (phone: unknown) => ({ phone_number: phone, list_number: LIST, active: false });
	const full = Array.from({ length: 1_000 }, (_, index) => optedOut(`+1303${5_550_000 + index}`));
	const counts = (total: unknown, total_pages?: unknown) => ({
		per_page: 1_000,
		total,
		total_pages,
	});
	/** The person is on page 2, whose counts are odd too. */
	const onPageTwo = (path: string, pagination?: Record<string, unknown>): StubAnswer => {
		const contacts = /[?&]page=2(&|$)/.test(path) ? [optedOut(WHOM)] : full;
		return { json: pagination === undefined ? { contacts } : contactsPage(contacts, pagination) };
	};

	it.each<[string, (path: string) => StubAnswer]>([
		['are an empty object', () => ({ json: {} })],
		['are refused in a 200', () => ({ json: { success: false, error: 'Try again later' } })],
		['are null', () => ({ json: { ...contactsPage([]), contacts: null } })],
		['are wrapped', () => ({ json: { data: contactsPage([optedOut(WHOM)]) } })],
		['are fewer than counted', () => ({ json: contactsPage([], counts(3, 1)) })],
		['have numbers without a plus', () => ({ json: contactsPage([optedOut(WHOM.slice(1))]) })],
		['have counts as text', (page) => onPageTwo(page, counts('1001', '2'))],
		['have a total alone', (page) => onPageTwo(page, counts(1_001))],
		['have total_pages 0', (page) => onPageTwo(page, counts(1_001, 0))],
		['are a full page without counts', (page) => onPageTwo(page)],
		['never come', () => ({ cut: 'rst' })],
	])('%s', async (_, answer) => {
		stub.answer((request) =>
			request.method === 'GET' ? answer(request.path) : goodAnswer(request),
		);
		const sender = node({ ...SEND_MANY, safeguards: { skipOptedOut: true } }, CONTINUE);
		const ended = await run(orders(1), sender);
		expect(stub.requests().some(({ method }) => method === 'GET')).toBe(true);
		expect(arrived()).toEqual([]);
		expect(['skipped', 'rejected', 'not_sent']).toContain(statusesOf(ended)[0]);
	});
});

describe('4: one bad first item is its own failure', () => {
	const VALIDATE: INodeParameters = {
		resource: 'phone',
		operation: 'validateMany',
		columns: { mappingMode: 'defineBelow', value: { phone: '={{ $json.to }}' } },
		options: { defaultCountry: '={{ $json.country }}' },
	};
	const DRY: INodeParameters = { ...SEND_MANY, safeguards: { dryRun: '={{ $json.dry }}' } };

	it.each<[string, INodeParameters, good: IDataObject, bad: IDataObject]>([
		['its key is an object', { ...SEND_MANY, safeguards: KEY }, {}, { order: { id: 1 } }],
		['its Dry Run is "maybe"', DRY, { dry: false }, { dry: 'maybe' }],
		['its Dry Run is missing', DRY, { dry: false }, { dry: undefined }],
		['its Default Country is unknown', VALIDATE, { country: 'US' }, { country: 'UK' }],
	])('%s', async (_, parameters, good, bad) => {
		const items = orders(4).map((order, index) => ({ ...order, ...(index === 0 ? bad : good) }));
		const arrivals = () =>
			writes().flatMap(({ body }) => (body.messages ?? body.phones) as unknown[]).length;

		const together = await run(items, node(parameters, CONTINUE));
		expect(together.status).toBe('success');
		expect(together.items).toHaveLength(4);
		expect(together.items[0]).toMatchObject({ status: 'rejected' });
		expect(together.items.slice(1).map(({ status }) => status)).not.toContain('rejected');
		expect(arrivals()).toBe(3);

		const apart = await run(items, node(parameters, { onError: 'continueErrorOutput' }));
		expect(apart.items).toHaveLength(3);
		expect(apart.errorItems).toHaveLength(1);
		expect(arrivals()).toBe(6);
	});
});

describe('5: `error` in a good answer makes nothing run again under Retry On Fail', () => {
	const API = {
		resource: 'api',
		operation: 'request',
		method: 'POST',
		path: '/things',
		body: '{}',
	};
	const VALIDATE = { resource: 'phone', operation: 'validate', phone: '={{ $json.to }}' };
	const SHORTEN = { resource: 'link', operation: 'shorten', url: 'https://example.com' };

	it.each<[string, INodeParameters]>([
		['Revenue > Record', RECORD],
		['Link > Shorten', { ...SHORTEN, listNumber: list() }],
		['Phone > Validate with Force', { ...VALIDATE, options: { force: true } }],
		['API > Request', API],
	])('%s', async (_, parameters) => {
		for (const [index, error] of ['', 0, null].entries()) {
			stub.answer(() => ({
				json: { id: 'x1', revenue_id: 'r1', code: 'x', disposition: 'ok', error },
			}));
			const ended = await run(orders(1), node(parameters, RETRY));
			expect(ended).toMatchObject({ status: 'success', error: undefined });
			expect(ended.items.filter((json) => Object.hasOwn(json, 'error'))).toEqual([]);
			expect(writes()).toHaveLength(index + 1);
		}
	});
});

describe('6: Send Many does not take for done what says no, or nothing', () => {
	it.each<[string, unknown, string]>([
		['an empty object', {}, 'unknown'],
		['success: false', { success: false, error: 'Insufficient balance' }, 'rejected'],
		['counts as text', { queued_count: '0', error_count: '2', errors: [] }, 'rejected'],
		['errors without an index', { errors: [{ code: 'x', error: 'no' }] }, 'unknown'],
	])('%s', async (_, json, status) => {
		stub.answer(() => ({ json }));
		const ended = await run(orders(2), node(SEND_MANY, CONTINUE));
		expect(statusesOf(ended)).toEqual([status, status]);
		expect(writes()).toHaveLength(1);
	});
});

describe('7: Unsubscribe says so only after a request that was answered with yes', () => {
	const unsubscribe = (more: INodeParameters) =>
		node(
			{ resource: 'contact', operation: 'unsubscribe', phoneNumber: '={{ $json.to }}', ...more },
			CONTINUE,
		);
	const contact = (active: unknown) => ({
		phone_number: phoneNumbers(1)[0],
		lists: [{ list_number: LIST, active }],
	});

	it.each<[string, unknown, requests: number]>([
		['has no lists', { phone_number: phoneNumbers(1)[0] }, 0],
		['is wrapped', { contact: contact(true) }, 1],
		['has active: 1', contact(1), 1],
		['has active: "true"', contact('true'), 1],
	])('from every list, when the contact %s', async (_, json, requests) => {
		stub.answer(({ method }) => ({ json: method === 'GET' ? json : { unsubscribed: true } }));
		const { items } = await run(orders(1), unsubscribe({ from: 'everyList' }));
		expect(writes().map(({ body }) => body.list_number)).toEqual(Array(requests).fill(LIST));
		expect(items).toHaveLength(1);
		expect(items[0].unsubscribed === true).toBe(requests === 1);
	});

	it('from one list, when the account says no', async () => {
		stub.answer(() => ({ json: { success: false, error: 'Try again later' } }));
		const { items } = await run(orders(1), unsubscribe({ from: 'oneList', listNumber: list() }));
		expect(items).toMatchObject([{ status: 'rejected' }]);
		expect(items[0].unsubscribed).not.toBe(true);
	});
});

describe('8: what may have been read is not sent again under Retry On Fail', () => {
	describe.each(TEXTING)('%s', (_, parameters) => {
		it.each<['fin' | 'rst' | 'halfway', string]>([
			['fin', 'nothing'],
			['halfway', 'nothing'],
			['rst', 'read ECONNRESET'],
			['rst', 'read EHOSTUNREACH'],
			['rst', 'read ENETUNREACH'],
			['rst', 'write ENETDOWN'],
			['rst', 'write EHOSTUNREACH'],
		])('the connection breaks by %s, the system says %s', async (cut, reset) => {
			resets.areCalled(reset);
			stub.answer(() => ({ cut }));
			const ended = await run(orders(1), node(parameters, RETRY));
			expect(statusesOf(ended)).toEqual(['unknown']);
			expectOnce(...orders(1));
		});
	});
});
