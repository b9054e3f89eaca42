import * as rows from '../../../nodes/Trackly/api/rows';
import { unwrap } from '../../../nodes/Trackly/api/unwrap';

describe('the thing that an answer holds', () => {
	const offer = { id: 'offer_1', name: 'Tea' };

	it('is what the answer wraps in its name', () => {
		expect(unwrap('offer')({ success: true, offer })).toEqual(offer);
	});

	it('is the whole answer that wraps nothing, without its success', () => {
		expect(unwrap('offer')({ success: true, ...offer })).toEqual(offer);
		expect(unwrap('offer')({ success: true, creative: offer })).toEqual({ creative: offer });
	});

	it.each([['a name'], [null], [[offer]], [7], [true]])(
		'is the whole answer where a field of that name holds %j',
		(value) => {
			expect(unwrap('offer')({ success: true, id: '1', offer: value })).toEqual({
				id: '1',
				offer: value,
			});
		},
	);
});

describe('rows of a list', () => {
	it('are the same contact only with the same number on the same list', () => {
		const { key } = rows.contactRows;
		const contact = { phone_number: '+12025550117', list_number: '+18005550142' };
		expect(key({ ...contact, send_count: 2 })).toBe(key(contact));
		expect(key({ ...contact, list_number: '+18005550143' })).not.toBe(key(contact));
		expect(key({ ...contact, phone_number: '+13035550164' })).not.toBe(key(contact));
		const [one, other] = [key({ phone_number: '+12', list_number: '3' }), '+1 23'];
		expect(one).not.toBe(other);
	});

	it.each([
		['lists', rows.listRows],
		['offers', rows.offerRows],
		['creatives', rows.creativeRows],
		['audiences', rows.audienceRows],
		['schedules', rows.scheduleRows],
	])(
		'are the same with the same ID, as a number or as text: %s',
		(name, { name: inAnswer, key }) => {
			expect(inAnswer).toBe(name);
			expect(key({ id: 7 })).toBe(key({ id: '7' }));
			expect(key({ id: 7 })).not.toBe(key({ id: 8 }));
		},
	);
});
