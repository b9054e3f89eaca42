import { Settings } from 'luxon';
import type { IDataObject } from 'n8n-workflow';

import { readEvent, simplified, unchanged } from '../../../kernel/n8n/trigger/event';
import { events } from '../../../nodes/Trackly/events';
import { contractEvent, without } from './contract';

const DELIVERY = contractEvent('delivery', 'delivered') as IDataObject;
const REPLY = contractEvent('reply', 'guess') as IDataObject;
const UNSUBSCRIBE = contractEvent('unsubscribe', 'stop') as IDataObject;

type EventKind = 'delivery' | 'reply' | 'unsubscribe';
const simplify = (kind: EventKind, body: IDataObject) =>
	simplified(readEvent(events, { ...body, event: kind }), 'event_id');

describe('simplified', () => {
	it('begins with the event and what was written, for the columns that people see first', () => {
		expect(Object.keys(simplify('reply', REPLY)).slice(0, 3)).toEqual([
			'event',
			'text',
			'phone_number',
		]);
	});

	it('a delivery', () => {
		expect(simplify('delivery', DELIVERY)).toEqual({
			event: 'delivery',
			event_id: expect.stringMatching(/^[0-9a-f]{32}$/),
			phone_number: '+12025550117',
			list_number: '+18005550142',
			occurred_at: '2026-04-11T19:00:07.412Z',
			message_id: 'q7Rk2mXa',
			status: 'delivered',
			status_detail: 'DELIVERED_TO_HANDSET',
			provider: 'infobip',
		});
	});

	it('a reply', () => {
		expect(simplify('reply', REPLY)).toEqual({
			event: 'reply',
			event_id: expect.stringMatching(/^[0-9a-f]{32}$/),
			phone_number: '+12025550117',
			list_number: '+18005550142',
			occurred_at: '2026-04-11T19:06:13.337Z',
			text: 'Is the tasting still on?',
		});
	});

	it('an opt-out', () => {
		expect(simplify('unsubscribe', UNSUBSCRIBE)).toEqual({
			event: 'unsubscribe',
			event_id: expect.stringMatching(/^[0-9a-f]{32}$/),
			phone_number: '+12025550117',
			list_number: '+18005550142',
			occurred_at: '2026-04-11T19:04:51.020Z',
			keyword: 'STOP',
		});
	});

	it('begins with what happened and what was said', () => {
		expect(Object.keys(simplify('reply', REPLY)).slice(0, 2)).toEqual(['event', 'text']);
		expect(Object.keys(simplify('delivery', DELIVERY)).slice(0, 2)).toEqual(['event', 'status']);
		expect(Object.keys(simplify('unsubscribe', UNSUBSCRIBE)).slice(0, 2)).toEqual([
			'event',
			'keyword',
		]);
	});

	it('a delivery without details is complete', () => {
		const item = simplify('delivery', { ...DELIVERY, status_detail: null, provider: null });
		expect(item).toMatchObject({ status_detail: null, provider: null });
		expect(item).not.toHaveProperty('raw');
	});

	it.each(['dropped', 'a status of tomorrow'])('any status is passed on: %s', (status) => {
		expect(simplify('delivery', { ...DELIVERY, status })).toHaveProperty('status', status);
	});
});

it('unchanged: body and headers as they came', () => {
	const body = { ...REPLY, media: [{ url: 'https://example.com/a.jpg' }] };
	const headers = { 'content-type': 'application/json', 'x-trackly-signature': 'abc' };
	const event = readEvent(events, body);
	expect(unchanged(event, 'event_id', headers)).toEqual({
		event: 'reply',
		event_id: event.eventId,
		body,
		headers,
	});
});

describe('the payload of a reply, which is a guess', () => {
	const senders = ['phone_number', 'from'];
	const lists = ['list_number', 'to'];
	const texts = ['body', 'message', 'text'];
	const combinations = senders.flatMap((sender) =>
		lists.flatMap((list) => texts.map((text) => [sender, list, text])),
	);

	it.each(combinations)('is read from %s, %s and %s', (sender, list, text) => {
		const body = {
			event: 'reply',
			[sender]: REPLY.phone_number,
			[list]: REPLY.list_number,
			[text]: REPLY.body,
			timestamp: REPLY.timestamp,
		};
		expect(simplify('reply', body)).toEqual(simplify('reply', REPLY));
	});

	it('prefers the name that holds something', () => {
		const body = {
			...REPLY,
			body: '',
			message: ' ',
			text: 'Yes',
			phone_number: '',
			from: '+12025550117',
		};
		expect(simplify('reply', body)).toMatchObject({ text: 'Yes', phone_number: '+12025550117' });
	});

	it('may have an empty text, as a picture without words has', () => {
		const item = simplify('reply', { ...REPLY, body: '' });
		expect(item).toHaveProperty('text', '');
		expect(item).not.toHaveProperty('raw');
	});

	it('may have a number for a text', () => {
		expect(simplify('reply', { ...REPLY, body: 5 })).toHaveProperty('text', '5');
	});

	it('keeps blanks, line breaks and emoji of the text', () => {
		const text = '  Yes!\n👍🏽 ';
		expect(simplify('reply', { ...REPLY, body: text })).toHaveProperty('text', text);
	});

	it.each<[string, IDataObject]>([
		['another name', { ...without(REPLY, 'body'), content: 'Yes' }],
		['another shape', { ...REPLY, body: { text: 'Yes', parts: 1 } }],
	])('comes whole when the text has %s', (_name, body) => {
		expect(simplify('reply', body)).toMatchObject({ event: 'reply', text: null, raw: body });
	});
});

describe('an odd delivery or opt-out', () => {
	it.each<[string, EventKind, IDataObject, string]>([
		['no contact', 'delivery', without(DELIVERY, 'to'), 'phone_number'],
		['no message id', 'delivery', without(DELIVERY, 'message_id'), 'message_id'],
		['a list for a status', 'delivery', { ...DELIVERY, status: ['delivered'] }, 'status'],
		['no keyword', 'unsubscribe', without(UNSUBSCRIBE, 'keyword'), 'keyword'],
		['no time', 'unsubscribe', { ...UNSUBSCRIBE, timestamp: null }, 'occurred_at'],
		['an object for a number', 'unsubscribe', { ...UNSUBSCRIBE, phone_number: {} }, 'phone_number'],
		['nothing at all', 'unsubscribe', { event: 'unsubscribe' }, 'phone_number'],
	])('is never dropped and comes whole: %s', (_name, kind, body, field) => {
		expect(simplify(kind, body)).toMatchObject({ event: kind, [field]: null, raw: body });
	});

	it('has its words without the blanks around them', () => {
		const body = { ...DELIVERY, message_id: ' q7Rk2mXa\n', status: ' delivered ' };
		expect(simplify('delivery', body)).toEqual(simplify('delivery', DELIVERY));
	});

	it('may have a blank, which says nothing', () => {
		const body = { ...UNSUBSCRIBE, keyword: ' \n' };
		expect(simplify('unsubscribe', body)).toMatchObject({ keyword: null, raw: body });
	});

	it('may name the contact as the other events do', () => {
		const body = { ...without(DELIVERY, 'to'), phone_number: DELIVERY.to };
		expect(simplify('delivery', body)).toEqual(simplify('delivery', DELIVERY));
	});
});

describe('the names of a reply', () => {
	it('are read in an opt-out too', () => {
		const body = {
			...without(UNSUBSCRIBE, 'phone_number', 'list_number'),
			from: UNSUBSCRIBE.phone_number,
			to: UNSUBSCRIBE.list_number,
		};
		expect(simplify('unsubscribe', body)).toEqual(simplify('unsubscribe', UNSUBSCRIBE));
	});

	it.each<EventKind>(['reply', 'unsubscribe'])('come after those of all events: %s', (kind) => {
		const body = {
			event: kind,
			phone_number: '+12025550117',
			from: '+13035550164',
			list_number: '+18005550142',
			to: '+18005550143',
		};
		expect(simplify(kind, body)).toMatchObject({
			phone_number: '+12025550117',
			list_number: '+18005550142',
		});
	});

	it('give the first blank text when none says anything', () => {
		const body = { ...without(REPLY, 'body'), message: ' ', text: '' };
		expect(simplify('reply', body)).toHaveProperty('text', ' ');
	});
});

describe('phone numbers', () => {
	it.each([
		['+1 (202) 555-0117', '+12025550117'],
		[' +12025550117 ', '+12025550117'],
		['+44 20 7183 8750', '+442071838750'],
		['2025550117', '2025550117'],
		[12025550117, '12025550117'],
		['88022', '88022'],
		['TRACKLY', 'TRACKLY'],
		['+1', '+1'],
	])('%j becomes %j', (given, expected) => {
		const body = { ...UNSUBSCRIBE, phone_number: given, list_number: given };
		expect(simplify('unsubscribe', body)).toMatchObject({
			phone_number: expected,
			list_number: expected,
		});
	});
});

describe('times', () => {
	it.each([
		['2026-04-11T19:00:07.412Z', '2026-04-11T19:00:07.412Z'],
		['2026-04-11T19:00:07Z', '2026-04-11T19:00:07Z'],
		['2026-04-11T21:00:07.412+02:00', '2026-04-11T19:00:07.412Z'],
		['2026-03-02T16:20:00', '2026-03-02T16:20:00Z'],
		['2026-03-02 16:20:00', '2026-03-02T16:20:00Z'],
		['2026-03-02T16:20', '2026-03-02T16:20:00Z'],
		[1775934373, '2026-04-11T19:06:13Z'],
		['1775934373', '2026-04-11T19:06:13Z'],
		[1775934373.337, '2026-04-11T19:06:13.337Z'],
		[1775934373337, '2026-04-11T19:06:13.337Z'],
		['1775934373337', '2026-04-11T19:06:13.337Z'],
	])('%j becomes %j', (given, expected) => {
		const item = simplify('reply', { ...REPLY, timestamp: given });
		expect(item).toHaveProperty('occurred_at', expected);
		expect(item).not.toHaveProperty('raw');
	});

	it.each([
		'2026-13-45T99:00:00Z',
		'16:20:00',
		'yesterday',
		'11/04/2026 19:06',
		'2026-04-11',
		'20260411',
		17759343733371,
		-1775934373,
		0,
	])('%j cannot be read: the payload comes along', (timestamp) => {
		const body = { ...REPLY, timestamp };
		expect(simplify('reply', body)).toMatchObject({ occurred_at: null, raw: body });
	});

	it('are in UTC wherever this n8n stands', () => {
		const zone = Settings.defaultZone;
		Settings.defaultZone = 'America/New_York';
		try {
			const event = { ...REPLY, timestamp: '2026-03-02T16:20:00' };
			expect(simplify('reply', event)).toHaveProperty('occurred_at', '2026-03-02T16:20:00Z');
		} finally {
			Settings.defaultZone = zone;
		}
	});
});
