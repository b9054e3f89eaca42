import { startSandbox, type Sandbox } from '../../../sandbox/trackly';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox({ checkContract: true });
}, 30_000);
afterAll(async () => await sandbox.stop());

const LIST = '+18005550142';
const text = { to: '+12025550117', list_number: LIST, body: 'Hi' };

/** What a request is said to break, itself or by its answer. */
async function violationsOf(method: string, target: string, body?: unknown): Promise<string[]> {
	const before = sandbox.violations().length;
	const answer = await fetch(sandbox.apiUrl + target, {
		method,
		headers: { 'X-Api-Key': sandbox.apiKey, 'Content-Type': 'application/json' },
		body: body === undefined ? undefined : JSON.stringify(body),
	});
	await answer.text();
	return sandbox.violations().slice(before);
}

describe('the sandbox as a judge of what crosses the wire', () => {
	it.each([
		['a send', 'POST', '/send', text],
		['a bulk send', 'POST', '/send/bulk', { messages: [text] }],
		['a page', 'GET', '/contacts?page=2&per_page=1000&active=true', undefined],
		['a read of what is not there', 'GET', '/offers/none', undefined],
	])('finds nothing against %s', async (_, method, target, body) => {
		expect(await violationsOf(method, target, body)).toEqual([]);
	});

	it.each([
		['an unknown field', 'POST', '/send', { ...text, surprise: 1 }, 'surprise'],
		['a wrong type', 'POST', '/send', { ...text, wrap_links: 'yes' }, 'body/wrap_links'],
		['a missing field', 'POST', '/send', { ...text, to: undefined }, "'to'"],
		['no body', 'POST', '/send', undefined, 'body must be object'],
		[
			'an unknown field of a record',
			'POST',
			'/send/bulk',
			{ messages: [text, { ...text, surprise: 1 }] },
			'body/messages/1',
		],
		['an unknown query parameter', 'GET', '/offers?surprise=1', undefined, 'query'],
		['a page that is too large', 'GET', '/offers?per_page=1000', undefined, 'query/per_page'],
	])('reports %s', async (_, method, target, body, fault) => {
		const violations = await violationsOf(method, target, body);
		expect(violations).toEqual([expect.stringContaining(fault)]);
		expect(violations[0]).toContain(`${method} ${target}: `);
	});

	it('remembers over a reset, and asks nothing unless told to', async () => {
		const known = sandbox.violations().length;
		sandbox.reset();
		expect(sandbox.violations()).toHaveLength(known);
		const quiet = await startSandbox();
		await fetch(`${quiet.apiUrl}/offers?surprise=1`, { headers: { 'X-Api-Key': quiet.apiKey } });
		expect(quiet.violations()).toEqual([]);
		await quiet.stop();
	});
});
