import { adviceFor } from '../../../nodes/Trackly/api/advice';

describe('adviceFor', () => {
	it('says what to do about a code', () => {
		expect(adviceFor('invalid_api_key')).toContain('Settings > API Keys');
	});

	it.each(['a_code_of_tomorrow', '', 'constructor', 'toString', '__proto__'])(
		'says nothing about %j',
		(code) => {
			expect(adviceFor(code)).toBeUndefined();
		},
	);
});
