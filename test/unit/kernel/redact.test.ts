import { maskPhoneNumber, redact } from '../../../kernel/redact';

describe('redact', () => {
	it.each([
		['No contact +12025550117 here', 'No contact …0117 here'],
		['(202) 555-0117', '(…0117'],
		['key trk_0123456789abcdef0123456789abcdef refused', 'key trk_… refused'],
		['No more than 1000 messages', 'No more than 1000 messages'],
		['order 123456', 'order 123456'],
		['send_date 2026-05-04T18:00:00Z is over', 'send_date 2026-05-04T18:00:00Z is over'],
		['2025-55-0117', '…0117'],
	])('%s becomes %s', (text, expected) => {
		expect(redact(text)).toBe(expected);
	});

	it('shows the last four digits of a number', () => {
		expect(maskPhoneNumber('+12025550117')).toBe('…0117');
	});
});
