import { completeEvent, watching } from './messages';
import { FakeN8n } from './fakeN8n';

afterEach(() => jest.restoreAllMocks());

describe('a poll', () => {
	it('gives nothing while another one is under way', async () => {
		const { account, n8n } = watching({ includeExisting: true });
		account.add('m', ['success']);
		const both = await Promise.all([n8n.ask(), n8n.ask()]);
		expect(both.map((items) => items?.[0].length)).toEqual([1, undefined]);
		expect(await n8n.later(1).ask()).toBeNull();
	});

	it('lets other nodes poll meanwhile, and goes on after a failure', async () => {
		const { account, n8n } = watching({ includeExisting: true });
		account.add('m', ['success']);
		n8n.respond = () => ({ statusCode: 500 });
		await expect(n8n.ask()).rejects.toThrow();
		n8n.respond = () => ({ statusCode: 200 });
		const one = n8n.later(1).ask();
		n8n.node = 'other';
		const other = n8n.ask();
		expect(await Promise.all([one, other])).toEqual([expect.anything(), expect.anything()]);
	});

	it.each([
		['for as long as the API asks', { 'retry-after': '300' }, 5],
		['for two minutes where it does not say', {}, 2],
	])('stops at a 429, gives what it has, and pauses %s', async (_, headers, minutes) => {
		const { account, n8n } = watching({ includeExisting: true });
		account.add('a', ['success']);
		account.add('b', ['success']);
		n8n.respond = () => (n8n.requests > 1 ? { statusCode: 429, headers } : { statusCode: 200 });
		expect((await n8n.tick()).map(({ id }) => id)).toEqual(['a']);
		expect(n8n.requests).toBe(2);
		n8n.respond = () => ({ statusCode: 200 });
		expect(await n8n.later(minutes - 0.1).tick()).toEqual([]);
		expect(n8n.requests).toBe(2);
		expect((await n8n.later(0.1).tick()).map(({ id }) => id)).toEqual(['b']);
	});

	it.each([401, 403])('fails with the status %s as n8n knows it', async (status) => {
		const { account, n8n } = watching();
		account.add('m', ['pending']);
		n8n.respond = () => ({ statusCode: status });
		await expect(n8n.ask()).rejects.toMatchObject({
			name: 'NodeApiError',
			httpCode: String(status),
		});
	});

	it('says what to do in the message, of which n8n shows no more at activation', async () => {
		const { account, n8n } = watching();
		account.add('m', ['pending']);
		n8n.respond = () => ({ statusCode: 401, body: '{"error":"Bad key"}' });
		await expect(n8n.ask()).rejects.toThrow('Bad key (http_401). Paste the key again.');
	});

	it('gives first what it found before a failure, which the next one meets', async () => {
		const { account, n8n } = watching({ includeExisting: true });
		account.add('a', ['success']);
		account.add('b', ['success']);
		n8n.respond = () => ({ statusCode: n8n.requests > 1 ? 500 : 200 });
		expect((await n8n.tick()).map(({ id }) => id)).toEqual(['a']);
		await expect(n8n.later(1).ask()).rejects.toThrow();
	});

	it('gives events again where n8n ended before it had an execution of them', async () => {
		const { account, n8n } = watching({ includeExisting: true });
		account.add('m', ['success', 'pending']);
		const [first] = await n8n.tick('beforeRun');
		expect(n8n.given).toEqual([]);
		expect(await n8n.later(1).tick()).toEqual([first]);
	});

	it('gives nothing again that n8n has had for long', async () => {
		const { account, n8n } = watching({ includeExisting: true, completeEvent });
		account.add('m', ['success']);
		await n8n.tick();
		await n8n.later(1).tick();
		n8n.restart();
		expect(await n8n.later(61).tick()).toEqual([]);
	});

	it('keeps no way back where n8n saves its memory together with the execution', async () => {
		const { account, n8n } = watching({ includeExisting: true });
		account.add('m', ['success', 'pending']);
		n8n.memory = {};
		await n8n.tick();
		expect(n8n.kept?.handed).toBeUndefined();
		expect(n8n.kept?.state).toHaveProperty('messages/m');
	});

	it('remembers its first poll where n8n does not keep it', async () => {
		const { account, n8n } = watching();
		n8n.node = 'first poll is not kept';
		const rows = account.add('m', ['success', 'pending']);
		n8n.memory = {};
		expect(await n8n.ask()).toBeNull();
		n8n.memory = {};
		rows[1].state = 'failed';
		expect((await n8n.later(1).tick()).map(({ name }) => name)).toEqual(['m-1']);
	});

	it('takes nothing over from the node that it is a copy of', async () => {
		const { account, n8n } = watching({ includeExisting: true });
		account.add('m', ['success', 'pending']);
		await n8n.tick();
		n8n.node = 'copy';
		expect(await n8n.later(1).tick()).toHaveLength(1);
	});

	it('forgets what nobody watches any more, so that it begins anew', async () => {
		let keys = ['one', 'two'];
		const n8n = new FakeN8n(() =>
			keys.map((key) => ({
				key,
				poll: async ({ state }) => void state.set(`${key}/thing`, '1'),
				sample: async () => [],
			})),
		);
		await n8n.ask();
		keys = ['two'];
		await n8n.later(1).ask();
		expect(Object.keys(n8n.kept!.state)).toEqual(['two/thing']);
	});
});
