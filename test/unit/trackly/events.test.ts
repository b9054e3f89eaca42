import { eventKind, isPing, toE164 } from '../../../nodes/Trackly/api/events';

const NO_TEXTS = [undefined, null, 7, true, ['reply'], { event: 'reply' }, ['ping']];

describe('eventKind', () => {
	it.each([
		['delivery', 'delivery'],
		[' Reply\n', 'reply'],
		['UNSUBSCRIBE', 'unsubscribe'],
	])('knows %j', (event, kind) => {
		expect(eventKind(event)).toBe(kind);
	});

	it.each(['click', 'replys', '', 'ping', 'constructor', ...NO_TEXTS])(
		'does not know %j',
		(event) => {
			expect(eventKind(event)).toBeUndefined();
		},
	);
});

describe('isPing', () => {
	it.each(['ping', ' PING\n'])('is so for %j', (event) => {
		expect(isPing(event)).toBe(true);
	});

	it.each(['pings', 'reply', '', ...NO_TEXTS])('is not so for %j', (event) => {
		expect(isPing(event)).toBe(false);
	});
});

describe('toE164', () => {
	it.each([
		['+1 (800) 555-0142', '+18005550142'],
		['88022', '88022'],
		['TRACKLY', 'TRACKLY'],
		['', ''],
	])('%j is %j', (given, number) => {
		expect(toE164(given)).toBe(number);
	});
});
