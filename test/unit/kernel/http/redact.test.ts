import { maskPhoneNumber, redact } from '../../../../kernel/http/redact';

describe('redact', () => {
	it.each([
		['No contact +12025550117 here', 'No contact …0117 here'],
		['(202) 555-0117', '(…0117'],
		['key trk_0123456789abcdef0123456789abcdef refused', 'key trk_… refused'],
		['No more than 1000 messages', 'No more than 1000 messages'],
		['order 123456', 'order 123456'],
		['send_date 2026-05-04T18:00:00Z is over', 'send_date 2026-05-04T18:00:00Z is over'],
		['2025-55-0117', '…0117'],
		['2026-12-31', '2026-12-31'],
		['2026-13-01', '…1301'],
		['2026-12-32', '…1232'],
		['1234567', '…4567'],
		['from +12025550117 to +442079460958', 'from …0117 to …0958'],
		['trk_aaaa1111 and trk_bbbb2222', 'trk_… and trk_…'],
	])('%s becomes %s', (text, expected) => {
		expect(redact(text, [/\b(trk_)[A-Za-z0-9]+/g])).toBe(expected);
	});

	it('shows the last four digits of a number', () => {
		expect(maskPhoneNumber('+12025550117')).toBe('…0117');
		expect(maskPhoneNumber('(202) 555-01-17')).toBe('…0117');
	});
});
