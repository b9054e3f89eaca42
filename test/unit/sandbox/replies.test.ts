import type { Sandbox } from '../../../sandbox/trackly';
import { useSandbox } from './bench';
import { CLUB, type Client, VIP, phone } from './client';
import { expectSchema } from './conformance';
import type { Receiver } from './receiver';

const NOOR = '+12025550111';

describe('answering as a contact', () => {
	let sandbox: Sandbox;
	let client: Client;
	let receiver: Receiver;
	useSandbox({ timeScale: 0.001 }, (bench) => ({ sandbox, client, receiver } = bench));
	beforeEach(() => sandbox.addWebhook({ url: receiver.url }));

	async function activeOn(listNumber: string, number = NOOR): Promise<unknown> {
		const { body } = await client.call('GET', `/contacts/${encodeURIComponent(number)}`);
		const lists = body.lists as Array<{ list_number: string; active: boolean }>;
		return lists.find((each) => each.list_number === listNumber)?.active;
	}

	it.each([
		['STOP', 'STOP'],
		[' stop ', 'STOP'],
		['Stop.', 'STOP'],
		['stopall', 'STOPALL'],
		['end', 'END'],
		['QUIT', 'QUIT'],
		['cancel', 'CANCEL'],
		['Unsubscribe', 'UNSUBSCRIBE'],
		['unsub', 'UNSUB'],
		['remove  me', 'REMOVE ME'],
		['opt out', 'OPT OUT'],
		['optout', 'OPTOUT'],
		['BLOCK', 'BLOCK'],
		['wrong', 'WRONG'],
		['Please do not text me', 'DO NOT TEXT'],
		['Don’t text me again!', "DON'T TEXT"],
	])('%j opts out of that list with the keyword %s', async (text, keyword) => {
		const result = sandbox.answer(NOOR, CLUB, text);
		expect(result).toEqual({ event: 'unsubscribe', keyword, resubscribed: false });
		expect(await activeOn(CLUB)).toBe(false);
		expect(await activeOn(VIP)).toBe(true);
		await sandbox.whenIdle();
		const [{ event }] = receiver.received;
		expectSchema('UnsubscribeEvent', event);
		expect(event).toMatchObject({ phone_number: NOOR, list_number: CLUB, keyword });
	});

	it.each(['YES', 'I will stop by on Friday', 'Liked “Reply STOP to stop”', 'the weekend', ''])(
		'%j is a reply',
		async (text) => {
			expect(sandbox.answer(NOOR, CLUB, text).event).toBe('reply');
			expect(await activeOn(CLUB)).toBe(true);
			await sandbox.whenIdle();
			const [{ event }] = receiver.received;
			expectSchema('ReplyEvent', event);
			expect(event).toMatchObject({ phone_number: NOOR, list_number: CLUB, body: text });
		},
	);

	it('START subscribes again and is a reply', async () => {
		sandbox.answer(NOOR, CLUB, 'STOP');
		expect(sandbox.answer(NOOR, CLUB, 'start')).toEqual({ event: 'reply', resubscribed: true });
		expect(await activeOn(CLUB)).toBe(true);
		expect(sandbox.answer(NOOR, CLUB, 'START').resubscribed).toBe(false);
	});

	it('remembers the opt-out of a stranger', async () => {
		sandbox.answer(phone(9000), CLUB, 'STOP');
		await client.send(phone(9000), 'Hello');
		expect((await sandbox.whenIdle()).messages.dropped).toBe(1);
	});

	it('does not revive an opted-out contact through the API, and says so', async () => {
		sandbox.answer(NOOR, CLUB, 'STOP');
		const { body } = await client.upsert(NOOR, { custom_fields: { tier: 'silver' } });
		expect(body.warnings).toEqual([expect.stringContaining('opted out')]);
		expect(await activeOn(CLUB)).toBe(false);
	});

	it('refuses a list the account does not have', async () => {
		expect(() => sandbox.answer(NOOR, '+18005550100', 'Hello')).toThrow('no list');
	});
});
