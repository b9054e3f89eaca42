import fc from 'fast-check';
import type { IWebhookFunctions } from 'n8n-workflow';

import { TracklyTrigger } from '../../../nodes/Trackly/TracklyTrigger.node';
import { anyEvent, forging, signed, text, type Request } from './attacks';
import { contractEvent, without } from './contract';

jest.setTimeout(120_000);

const SECRET = 'registered-secret';
const REQUESTS = 10_000;
/** Every how many hostile requests a good one comes along. */
const GOOD_EVERY = 20;
const MEGABYTES_16 = 16 * 1024 * 1024;

const parameters: Record<string, unknown> = {
	registration: 'automatic',
	events: ['delivery', 'reply', 'unsubscribe'],
};
const memory = {
	registration: { id: 'wh_1', secret: SECRET, url: 'https://n8n.example.com', account: 'a' },
};

/** Has the node answer a request; the status it gave and how often the workflow started. */
async function receive({ rawBody, headers }: Request, filters: object = {}) {
	let status = 200;
	const response = {
		status: (given: number) => {
			status = given;
			return response;
		},
		json: () => undefined,
	};
	const context = {
		getNode: () => ({ name: 'Answers' }),
		getWorkflow: () => ({ id: 'w1' }),
		getWorkflowStaticData: () => memory,
		getNodeParameter: (name: string, fallback: unknown) =>
			({ ...parameters, filters })[name] ?? fallback,
		getHeaderData: () => headers,
		getRequestObject: () => ({ rawBody }),
		getResponseObject: () => response,
		logger: { warn: () => undefined },
	};
	const { workflowData } = await new TracklyTrigger().webhook.call(
		context as unknown as IWebhookFunctions,
	);
	return { status, starts: workflowData?.[0]?.length ?? 0 };
}

const { hex, good, attacks } = forging(SECRET);

describe(`${REQUESTS} hostile requests`, () => {
	it('start nothing and break nothing, and each good one between them starts exactly one', async () => {
		const generated = fc.sample(
			fc.tuple(fc.constantFrom(...Object.keys(attacks)), anyEvent, fc.nat(1_000_000)),
			{ numRuns: REQUESTS, seed: 20_260_411 },
		);
		const tried = new Set<string>();
		for (const [index, [name, event, random]] of generated.entries()) {
			const { status, starts } = await receive(await attacks[name](event, random));
			tried.add(name);
			if (starts !== 0) throw new Error(`"${name}" with ${event} and ${random} started something`);
			if (![200, 400, 401].includes(status)) throw new Error(`"${name}" was answered ${status}`);
			if (index % GOOD_EVERY === 0) {
				expect(await receive(await good(event))).toEqual({ status: 200, starts: 1 });
			}
		}
		expect([...tried].sort()).toEqual(Object.keys(attacks).sort());
		expect(({} as Record<string, unknown>).polluted).toBeUndefined();
		expect(Object.keys(Object.prototype)).toEqual([]);
	});

	it('16 MB in one body start nothing either, unless they are signed', async () => {
		const event = text({ ...contractEvent('reply', 'guess'), body: 'x'.repeat(MEGABYTES_16) });
		for (const name of ['unsigned', 'wrong secret', 'truncated hex', 'other bytes', 'gzip']) {
			const { status, starts } = await receive(await attacks[name](event, 12_345));
			expect([name, status, starts]).toEqual([name, 401, 0]);
		}
		const nested = Buffer.alloc(MEGABYTES_16, '[');
		expect(await receive(await good(nested))).toEqual({ status: 400, starts: 0 });
		expect(await receive(await good(event))).toEqual({ status: 200, starts: 1 });
	});
});

describe('signatures made by other code', () => {
	it('verify for any body, in any order of keys; with one byte changed they do not', async () => {
		const bodyArb = fc.tuple(
			fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue()),
			fc.constantFrom('delivery', 'reply', 'unsubscribe'),
			fc.boolean(),
			fc.nat(),
			fc.integer({ min: 1, max: 255 }),
		);
		await fc.assert(
			fc.asyncProperty(bodyArb, async ([fields, event, first, place, change]) => {
				const rest = without(fields, 'event', 'events');
				const body = text(first ? { event, ...rest } : { ...rest, event });
				expect(await receive(await good(body))).toEqual({ status: 200, starts: 1 });
				const changed = Buffer.from(body);
				changed[place % changed.length] ^= change;
				expect(await receive(signed(changed, await hex(body)))).toEqual({ status: 401, starts: 0 });
			}),
			{ numRuns: 1_000 },
		);
	});
});

it('an event takes under a millisecond (median), with every filter set', async () => {
	const filters = {
		contacts: '+12025550117, +13035550164',
		deliveryStatuses: ['delivered'],
		lists: ['+18005550142'],
		replyContains: 'tasting',
		replyMatches: '^(?:[a-z ]{0,1}[a-z ]{0,1}){20}on\\?$',
	};
	const requests = await Promise.all(
		Array.from({ length: 1_000 }, async (_, at) =>
			good(
				text({ ...contractEvent('reply', 'guess'), at, body: `Is the tasting ${at} still on?` }),
			),
		),
	);
	const times: number[] = [];
	for (const request of requests) {
		const started = performance.now();
		const { status } = await receive(request, filters);
		times.push(performance.now() - started);
		expect(status).toBe(200);
	}
	times.sort((a, b) => a - b);
	expect(times[500]).toBeLessThan(1);
	expect(times[990]).toBeLessThan(50);
});
