import { rateIn, waitUntilReset } from '../../../../kernel/http/rateHeaders';

const NOW = Date.parse('2026-11-28T12:00:00Z');
const inSeconds = (seconds: number) => String(NOW / 1_000 + seconds);
const read = rateIn({ limit: 'x-limit', remaining: 'x-remaining', reset: 'x-reset' });

describe('the rate limit in headers', () => {
	it('is what is left, and until when', () => {
		const headers = { 'x-limit': '100', 'x-remaining': '7', 'x-reset': inSeconds(60) };
		expect(read(headers, NOW)).toEqual({ limit: 100, remaining: 7, resetAt: NOW + 60_000 });
	});

	it.each([
		[{}],
		[{ 'x-remaining': '7' }],
		[{ 'x-reset': inSeconds(60) }],
		[{ 'x-remaining': 'many', 'x-reset': inSeconds(60) }],
		[{ 'x-remaining': '-1', 'x-reset': inSeconds(60) }],
		[{ 'x-remaining': '7', 'x-reset': 'soon' }],
	])('is not told by %j', (headers) => {
		expect(read(headers, NOW)).toBeUndefined();
	});
});

describe('the wait until a reset', () => {
	it.each([
		['a Retry-After goes first', { 'retry-after': '5', 'x-reset': inSeconds(60) }, 5_000],
		['else the reset counts', { 'x-reset': inSeconds(60) }, 60_000],
		[
			"by the server's own clock where it tells that",
			{ 'x-reset': inSeconds(360), date: 'Sat, 28 Nov 2026 12:05:00 GMT' },
			60_000,
		],
		['a moment at least', { 'x-reset': inSeconds(-300) }, 1_000],
		['also by a Retry-After of nothing', { 'retry-after': '0' }, 1_000],
		['none where nothing is told', {}, undefined],
		['none where it cannot be read', { 'x-reset': 'soon', date: 'today' }, undefined],
	])('%s', (_, headers, expected) => {
		expect(waitUntilReset('x-reset', headers, NOW)).toBe(expected);
	});
});
