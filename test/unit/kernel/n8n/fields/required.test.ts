import { integerField, textField } from '../../../../../kernel/n8n/fields/field';
import { required } from '../../../../../kernel/n8n/fields/required';

const scope = { timezone: 'UTC', missingCode: (name: string) => `missing_${name}` };
const name = textField('name', { displayName: 'Name' });

describe('a field that must have a value', () => {
	it.each([[undefined], [null], [''], ['  ']])('says that it is empty for %j', (raw) => {
		expect(() => required(name).read(raw, 'Name', scope)).toThrow(
			expect.objectContaining({
				code: 'missing_name',
				message: expect.stringContaining('is empty'),
			}),
		);
	});

	it('has the code that it was given, where the API calls it otherwise', () => {
		const message = required(name, 'missing_body');
		expect(() => message.read('', 'Text', scope)).toThrow(
			expect.objectContaining({ code: 'missing_body' }),
		);
	});

	it('is asked for by the editor too, and reads like any other', () => {
		expect(required(name).property.required).toBe(true);
		expect(name.property.required).toBeUndefined();
		expect(required(name).read(' tea ', 'Name', scope)).toBe(' tea ');
		expect(required(integerField('count', { displayName: 'Count' })).read(0, 'Count', scope)).toBe(
			0,
		);
	});
});
