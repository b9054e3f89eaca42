import { createHash } from 'node:crypto';
import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';

import { readEvent } from '../../../kernel/n8n/trigger/event';
import { events } from '../../../nodes/Trackly/events';
import { contractEvent, without } from './contract';

const DELIVERY = contractEvent('delivery', 'delivered') as IDataObject;
const REPLY = contractEvent('reply', 'guess') as IDataObject;
const UNSUBSCRIBE = contractEvent('unsubscribe', 'stop') as IDataObject;

type EventKind = 'delivery' | 'reply' | 'unsubscribe';
const idOf = (kind: EventKind, body: IDataObject) =>
	readEvent(events, { ...body, event: kind }).eventId;

describe('eventId', () => {
	it('is the beginning of a SHA-256 over what identifies the event', () => {
		const identity = JSON.stringify(['delivery', 'q7Rk2mXa', 'delivered']);
		const expected = createHash('sha256').update(identity).digest('hex').slice(0, 32);
		expect(idOf('delivery', DELIVERY)).toBe(expected);
	});

	it.each<[string, EventKind, IDataObject, IDataObject]>([
		[
			'time of a delivery',
			'delivery',
			DELIVERY,
			{ ...DELIVERY, timestamp: '2026-04-11T19:05:00Z' },
		],
		['provider of a delivery', 'delivery', DELIVERY, { ...DELIVERY, provider: 'other' }],
		['keyword of an opt-out', 'unsubscribe', UNSUBSCRIBE, { ...UNSUBSCRIBE, keyword: 'stop' }],
		['spelling of a number', 'reply', REPLY, { ...REPLY, phone_number: '+1 202 555 0117' }],
		['zone of a time', 'reply', REPLY, { ...REPLY, timestamp: '2026-04-11T21:06:13.337+02:00' }],
		['fields nobody knows', 'reply', REPLY, { ...REPLY, attempt: 2 }],
	])('does not depend on the %s', (_name, kind, one, other) => {
		expect(idOf(kind, other)).toBe(idOf(kind, one));
	});

	it.each<[string, EventKind, IDataObject, IDataObject]>([
		['message', 'delivery', DELIVERY, { ...DELIVERY, message_id: 'q7Rk2mXb' }],
		['status', 'delivery', DELIVERY, { ...DELIVERY, status: 'expired' }],
		[
			'contact of an opt-out',
			'unsubscribe',
			UNSUBSCRIBE,
			{ ...UNSUBSCRIBE, phone_number: '+13035550164' },
		],
		[
			'list of an opt-out',
			'unsubscribe',
			UNSUBSCRIBE,
			{ ...UNSUBSCRIBE, list_number: '+18005550143' },
		],
		[
			'time of an opt-out',
			'unsubscribe',
			UNSUBSCRIBE,
			{ ...UNSUBSCRIBE, timestamp: '2026-04-11T19:04:51.021Z' },
		],
		['sender of a reply', 'reply', REPLY, { ...REPLY, phone_number: '+13035550164' }],
		['list of a reply', 'reply', REPLY, { ...REPLY, list_number: '+18005550143' }],
		['text of a reply', 'reply', REPLY, { ...REPLY, body: 'Is the tasting still on' }],
		['time of a reply', 'reply', REPLY, { ...REPLY, timestamp: '2026-04-11T19:06:13.338Z' }],
	])('depends on the %s', (_name, kind, one, other) => {
		expect(idOf(kind, other)).not.toBe(idOf(kind, one));
	});

	it('tells kinds with the same fields apart', () => {
		const body = { ...UNSUBSCRIBE, body: 'STOP' };
		expect(idOf('reply', body)).not.toBe(idOf('unsubscribe', body));
	});

	it.each<[EventKind, IDataObject]>([
		['delivery', without(DELIVERY, 'message_id')],
		['reply', without(REPLY, 'timestamp')],
		['reply', { ...REPLY, body: { text: 'Yes' } }],
		['unsubscribe', without(UNSUBSCRIBE, 'list_number')],
	])('stands for the whole payload when a part is missing: %s %j', (kind, body) => {
		const reversed = Object.fromEntries(Object.entries(body).reverse());
		expect(idOf(kind, reversed)).toBe(idOf(kind, body));
		expect(idOf(kind, { ...body, more: 1 })).not.toBe(idOf(kind, body));
	});

	it('of an event without all its parts is made of its JSON with the keys in order', () => {
		const body = {
			z: [{ b: 1, a: null }, ['x']],
			event: 'reply',
			media: { url: 'https://example.com/a.jpg', alt: '' },
		};
		const inOrder =
			'{"event":"reply","media":{"alt":"","url":"https://example.com/a.jpg"},"z":[{"a":null,"b":1},["x"]]}';
		const expected = createHash('sha256').update(inOrder).digest('hex').slice(0, 32);
		expect(idOf('reply', body)).toBe(expected);
	});

	it('does not mix up where one part ends and the next begins', () => {
		const id = (message_id: string, status: string) =>
			idOf('delivery', { ...DELIVERY, message_id, status });
		fc.assert(
			fc.property(
				fc.string({ minLength: 1 }),
				fc.string({ minLength: 1 }),
				fc.nat(),
				(a, b, at) => {
					const joined = `x${a}${b}x`;
					const cut = 1 + (at % (joined.length - 1));
					const [left, right] = [joined.slice(0, cut), joined.slice(cut)];
					fc.pre(`x${a}`.trim() !== left.trim() && left.trim() !== '' && right.trim() !== '');
					expect(id(left, right)).not.toBe(id(`x${a}`, `${b}x`));
				},
			),
		);
	});
});
