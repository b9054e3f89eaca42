import { textField } from '../../../../../kernel/n8n/fields/field';
import { perItem } from '../../../../../kernel/n8n/kinds/perItem';
import { endpoint, look, runAlone, type Given } from '../standIn';

const HEADER = 'X-Once';
const withKey = { ...endpoint, idempotent: 'withKey' } as const;

const make = perItem({
	...look,
	fields: [
		textField('name', { displayName: 'Name' }),
		textField('place', { displayName: 'Place' }),
	],
	request: ({ name, place }) => ({
		endpoint: { ...withKey, path: `/things/${place}` },
		body: { name },
	}),
	guarded: { subject: 'thing', identify: ({ name }) => ({ name }) },
});
const read = perItem({
	...look,
	fields: [],
	request: () => ({ endpoint: { ...endpoint, method: 'GET', idempotent: true } }),
});

/** The key of each request. */
async function keysOf(given: Given = {}, names = ['a', 'b']): Promise<unknown[]> {
	const { requests } = await runAlone(make, {
		items: names.map((name) => ({ name })),
		answer: () => ({ json: { id: 1 } }),
		profile: { idempotencyHeader: HEADER },
		...given,
		parameters: { name: '=name', place: 'here', ...given.parameters },
	});
	return requests.map(({ headers }) => headers?.[HEADER]);
}

describe('the key that a request carries', () => {
	it('is one for each item, the same with each run of the same execution', async () => {
		const [one, other] = await keysOf();
		expect(one).toMatch(/^[0-9a-f]{40}$/);
		expect(other).not.toBe(one);
		expect(await keysOf()).toEqual([one, other]);
	});

	it('is another one for another body, place, item, run of a loop, node or execution', async () => {
		const store = {};
		const [usual] = await keysOf({ store }, ['a']);
		const others = await Promise.all([
			keysOf({}, ['b']),
			keysOf({ parameters: { place: 'there' } }, ['a']),
			keysOf({ context: { getWorkflowDataProxy: () => ({ $runIndex: 1 }) } }, ['a']),
			keysOf({ context: { getExecutionId: () => '8' } }, ['a']),
			keysOf({ node: { id: 'other' } }, ['a']),
		]);
		const keys = [usual, ...others.flat(), (await keysOf({}, ['b', 'a']))[1]];
		expect(new Set(keys).size).toBe(keys.length);
	});

	it('stays the same when a failed execution is retried, which then has another id', async () => {
		const store = {};
		const first = await keysOf({ store, context: { getExecutionId: () => '7' } });
		expect(await keysOf({ store, context: { getExecutionId: () => '8' } })).toEqual(first);
	});

	it('is there too where n8n has no id for the execution', async () => {
		const store = {};
		const context = { getExecutionId: () => undefined };
		const first = await keysOf({ store, context });
		expect(await keysOf({ store, context })).toEqual(first);
		expect(await keysOf({ context })).not.toEqual(first);
	});

	it("is the user's own where the item has one, in a form that a header takes", async () => {
		const parameters = { safeguards: { idempotencyKey: '=key' } };
		const items = [{ key: 'wave-1' }, { key: 'wave 2 – später' }, { key: 'k'.repeat(200) }];
		const [plain, odd, long] = await keysOf({ parameters, items, keys: new Set() });
		expect(plain).toBe('wave-1');
		expect(odd).toMatch(/^[0-9a-f]{40}$/);
		expect(long).toMatch(/^[0-9a-f]{40}$/);
	});

	it("does not replace n8n's own list of keys: a server may ignore the header", async () => {
		const keys = new Set<string>();
		const parameters = { safeguards: { idempotencyKey: 'wave-1' } };
		expect(await keysOf({ parameters, keys }, ['a'])).toEqual(['wave-1']);
		expect(await keysOf({ parameters, keys }, ['a'])).toEqual([]);
	});

	it('is not made where the API takes none, nor for a read', async () => {
		expect(await keysOf({ profile: {} })).toEqual([undefined, undefined]);
		const { requests } = await runAlone(read, {
			answer: () => ({ json: { id: 1 } }),
			profile: { idempotencyHeader: HEADER },
		});
		expect(requests[0].headers).not.toHaveProperty(HEADER);
	});
});

describe('a request with a key', () => {
	beforeEach(() => {
		jest.spyOn(Math, 'random').mockReturnValue(0);
	});
	afterEach(() => {
		jest.restoreAllMocks();
	});

	it('is repeated with the same key where certainly nothing was done', async () => {
		let turn = 0;
		const keys = await keysOf(
			{ answer: () => (turn++ === 0 ? { status: 429 } : { json: { id: 1 } }) },
			['a'],
		);
		expect(keys).toHaveLength(2);
		expect(keys[1]).toBe(keys[0]);
	});

	it.each([[{ status: 500 }], [new Error('socket hang up')]])(
		'whose outcome is unclear is not repeated, now or by a further try: %p',
		async (lost) => {
			const store = {};
			expect(await keysOf({ answer: () => lost, store }, ['a'])).toHaveLength(1);
			expect(await keysOf({ store }, ['a'])).toEqual([]);
		},
	);

	it('is repeated with the same key and body where the user wants that', async () => {
		let turn = 0;
		const bodies: unknown[] = [];
		const keys = await keysOf(
			{
				answer: (body) => {
					bodies.push(body);
					return turn++ === 0 ? { status: 500 } : { json: { id: 1 } };
				},
				parameters: { safeguards: { ifOutcomeIsUnknown: 'tryAgain' } },
			},
			['a'],
		);
		expect(keys).toHaveLength(2);
		expect(keys[1]).toBe(keys[0]);
		expect(bodies[1]).toEqual(bodies[0]);
	});
});
