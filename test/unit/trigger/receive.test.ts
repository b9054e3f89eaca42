import { fromCredential, type SigningSecrets } from '../../../kernel/n8n/trigger/secrets';
import { contractEvent } from './contract';
import { itemsOf, receiveSigned, receiveUnsigned, refused, SECRET, SETTINGS } from './receiving';

const REPLY = contractEvent('reply', 'guess');

describe('who is let in', () => {
	it('a signed event', async () => {
		expect(itemsOf(await receiveSigned(REPLY))).toHaveLength(1);
	});

	it('an event signed with either secret while one is being replaced', async () => {
		const settings = { secrets: fromCredential(`new-secret, ${SECRET}`) };
		expect(itemsOf(await receiveSigned(REPLY, { settings }))).toHaveLength(1);
		expect(itemsOf(await receiveSigned(REPLY, { settings, secret: 'new-secret' }))).toHaveLength(1);
	});

	it('nobody without a signature', () => {
		expect(receiveUnsigned(REPLY)).toEqual(refused(401));
	});

	it('nobody with the signature of another secret', async () => {
		expect(await receiveSigned(REPLY, { secret: 'guessed' })).toEqual(refused(401));
	});

	it.each(['', '  ', ',', undefined])('nobody while the secret is %j', async (webhookSecret) => {
		const settings = { secrets: fromCredential(webhookSecret) };
		for (const verdict of [
			receiveUnsigned(REPLY, { settings }),
			await receiveSigned(REPLY, { settings }),
			// HMAC fills up keys with zeros, so this one counts as empty.
			await receiveSigned(REPLY, { settings, secret: '\0' }),
		]) {
			expect(verdict).toEqual(refused(401));
			expect(verdict).toHaveProperty('advice', expect.stringContaining('Settings > Webhooks'));
		}
	});

	it('says what to do about a secret pasted with a blank in it, without showing it', async () => {
		const settings = { secrets: fromCredential('exam ple-secret') };
		const verdict = await receiveSigned(REPLY, { settings });
		expect(verdict).toHaveProperty('advice', expect.stringContaining('paste it again'));
		expect(JSON.stringify(verdict)).not.toContain('ple-secret');
	});

	it('checks the signature before it looks at anything else', () => {
		for (const body of ['not JSON', '{}', '[]', '"text"', '', { event: 'unknown' }]) {
			expect(receiveUnsigned(body)).toEqual(refused(401));
			expect(receiveUnsigned(body, { headers: { 'content-type': 'text/html' } })).toEqual(
				refused(401),
			);
		}
	});
});

describe('what the sender and the log are told', () => {
	const inTrackly = 'your endpoint in Trackly under Settings > Webhooks';
	const registered = (...values: string[]): SigningSecrets => ({
		values,
		origin: 'registration',
		holdsInvisible: false,
	});

	it('when there is no signature', () => {
		expect(receiveUnsigned(REPLY)).toEqual({
			kind: 'refuse',
			status: 401,
			error: 'The request is not signed',
			advice: 'The request has no X-Trackly-Signature header, so anyone could have sent it',
		});
	});

	it.each<[string, SigningSecrets, string]>([
		[
			'the secret of the credential',
			fromCredential(SECRET),
			`The signature does not match. Compare "Webhook Signing Secret" of the Trackly API credential with the signing secret of ${inTrackly}`,
		],
		[
			'a secret of the credential with a blank in it',
			fromCredential('exam ple-secret'),
			`The signature does not match. Compare "Webhook Signing Secret" of the Trackly API credential with the signing secret of ${inTrackly}. The secret contains a space, a line break or an invisible character: paste it again without it`,
		],
		[
			'the secret of the registration',
			registered(SECRET),
			'The signature does not match the secret of the registration. If events from Trackly are refused, unpublish the workflow and publish it again to register with a new secret',
		],
	])('when the signature does not match %s', async (_name, secrets, advice) => {
		expect(await receiveSigned(REPLY, { settings: { secrets }, secret: 'guessed' })).toEqual({
			kind: 'refuse',
			status: 401,
			error: 'The signature does not match',
			advice,
		});
	});

	it.each<[string, SigningSecrets, string]>([
		[
			'the credential',
			fromCredential(''),
			`No signing secret is set. Copy the secret of ${inTrackly} into "Webhook Signing Secret" of the Trackly API credential`,
		],
		[
			'the registration',
			registered(),
			'Its registration in Trackly is not complete yet. Trackly tries again later',
		],
	])('when there is no secret of %s', (_name, secrets, advice) => {
		expect(receiveUnsigned(REPLY, { settings: { secrets } })).toEqual({
			kind: 'refuse',
			status: 401,
			error: 'No signing secret is set up yet',
			advice,
		});
	});
});

describe('a ping that is not signed', () => {
	const ofBytes = (bytes: number, event = 'ping') => {
		const rest = JSON.stringify({ event, fill: '' }).length;
		return { event, fill: 'x'.repeat(bytes - rest) };
	};

	it.each([
		['an object', { event: 'ping' }],
		['in capitals', { event: ' PING ' }],
		['a list of one', [{ event: 'ping' }]],
		['a batch of one', { events: [{ event: 'ping' }] }],
		['4,096 bytes long', ofBytes(4_096)],
	])('is confirmed: %s', (_name, body) => {
		expect(receiveUnsigned(body)).toEqual({ kind: 'ignore' });
	});

	it.each([
		['4,097 bytes long', ofBytes(4_097)],
		['two in one', [{ event: 'ping' }, { event: 'ping' }]],
		['something else', { event: 'pings' }],
		['a list for a kind', { event: ['ping'] }],
	])('is refused: %s', (_name, body) => {
		expect(receiveUnsigned(body)).toEqual(refused(401));
	});

	it('starts nothing when it is signed either, whatever is picked', async () => {
		const settings = { events: [...SETTINGS.events, 'other'] };
		expect(await receiveSigned({ event: 'ping' }, { settings })).toEqual({ kind: 'ignore' });
	});
});

describe('other events', () => {
	const settings = { events: ['other'] };
	const click = contractEvent('other', 'click');

	it('come as they were sent, once they are picked', async () => {
		expect(itemsOf(await receiveSigned(click, { settings }))).toEqual([
			{ event: 'click', event_id: expect.stringMatching(/^[0-9a-f]{32}$/), raw: click },
		]);
		const plain = { settings: { ...settings, simplify: false } };
		expect(itemsOf(await receiveSigned(click, plain))[0]).toMatchObject({
			event: 'click',
			body: click,
		});
	});

	it('have an id that stays and tells them apart', async () => {
		const idOf = async (body: object) =>
			itemsOf(await receiveSigned(body, { settings }))[0].event_id;
		const reversed = Object.fromEntries(Object.entries(click).reverse());
		expect(await idOf(reversed)).toBe(await idOf(click));
		expect(await idOf({ ...click, message_id: 'other' })).not.toBe(await idOf(click));
	});

	it.each([{}, { event: null }, { event: ['reply'] }, { body: 'Hi' }])(
		'may have no name: %j',
		async (body) => {
			expect(itemsOf(await receiveSigned(body, { settings }))[0]).toMatchObject({
				event: null,
				raw: body,
			});
		},
	);

	it('are none of the known kinds, which have to be picked themselves', async () => {
		expect(await receiveSigned(REPLY, { settings })).toEqual({ kind: 'ignore' });
	});

	it('have to be signed like all others', () => {
		expect(receiveUnsigned(click, { settings })).toEqual(refused(401));
	});

	it('pass all filters, which are for the known kinds', async () => {
		const judged = { settings: { ...settings, filters: () => [['No', () => true] as const] } };
		expect(itemsOf(await receiveSigned(click, judged))).toHaveLength(1);
	});
});

describe('with Allow Unsigned Deliveries', () => {
	const settings = { allowUnsigned: true };

	it('an unsigned event starts the workflow and says so', () => {
		expect(itemsOf(receiveUnsigned(REPLY, { settings }))[0]).toHaveProperty('verified', false);
	});

	it('a signed one says that it was verified', async () => {
		expect(itemsOf(await receiveSigned(REPLY, { settings }))[0]).toHaveProperty('verified', true);
	});

	it('both do so without Simplify', async () => {
		const raw = { ...settings, simplify: false };
		expect(itemsOf(receiveUnsigned(REPLY, { settings: raw }))[0]).toHaveProperty('verified', false);
		expect(itemsOf(await receiveSigned(REPLY, { settings: raw }))[0]).toHaveProperty(
			'verified',
			true,
		);
	});

	it('a wrong, truncated or empty signature is refused all the same', async () => {
		expect(await receiveSigned(REPLY, { settings, secret: 'guessed' })).toEqual(refused(401));
		for (const signature of ['', 'sha256=', 'abc']) {
			const headers = { 'x-trackly-signature': signature };
			expect(receiveUnsigned(REPLY, { settings, headers })).toEqual(refused(401));
		}
	});

	it('a signature that cannot be checked for want of a secret counts as none', async () => {
		const verdict = await receiveSigned(REPLY, {
			settings: { ...settings, secrets: fromCredential('') },
		});
		expect(itemsOf(verdict)[0]).toHaveProperty('verified', false);
	});

	it('is off: items say nothing about it', async () => {
		expect(itemsOf(await receiveSigned(REPLY))[0]).not.toHaveProperty('verified');
	});
});

describe('events nobody waits for', () => {
	it.each([
		['of a kind that is not picked', REPLY, ['delivery']],
		['of an unknown kind', contractEvent('other', 'click'), SETTINGS.events],
		['of an unknown kind that is asked for', contractEvent('other', 'click'), ['click']],
		['without a kind', { body: 'Hi' }, SETTINGS.events],
		['whose kind is no text', { event: ['reply'] }, SETTINGS.events],
		['whose kind is a name that every object has', { event: 'constructor' }, SETTINGS.events],
		['in an empty list', [], SETTINGS.events],
		['in a list without objects', [null, 'reply', 7, ['reply']], SETTINGS.events],
		['in an empty batch', { events: [] }, SETTINGS.events],
		['when none is picked', REPLY, []],
	])('are ignored: one %s', async (_name, body, events) => {
		expect(await receiveSigned(body, { settings: { events } })).toEqual({ kind: 'ignore' });
	});
});

describe('several events in one request', () => {
	const events = [
		contractEvent('delivery', 'delivered'),
		REPLY,
		contractEvent('unsubscribe', 'stop'),
	];

	it.each([
		['a list', events],
		['a list called events', { events }],
	])('become one item each, in order: %s', async (_name, body) => {
		const items = itemsOf(await receiveSigned(body));
		expect(items.map(({ event }) => event)).toEqual(['delivery', 'reply', 'unsubscribe']);
	});

	it('are picked one by one', async () => {
		const items = itemsOf(await receiveSigned(events, { settings: { events: ['unsubscribe'] } }));
		expect(items.map(({ event }) => event)).toEqual(['unsubscribe']);
	});

	it('keep their ids when they come alone', async () => {
		const alone = await Promise.all(
			events.map(async (event) => itemsOf(await receiveSigned(event))),
		);
		expect(itemsOf(await receiveSigned(events))).toEqual(alone.flat());
	});

	it('each carry their own body without Simplify', async () => {
		const items = itemsOf(await receiveSigned(events, { settings: { simplify: false } }));
		expect(items.map(({ body }) => body)).toEqual(events);
	});

	it('an event that has a field called events is still one event', async () => {
		expect(itemsOf(await receiveSigned({ ...REPLY, events: [REPLY, REPLY] }))).toHaveLength(1);
	});
});
