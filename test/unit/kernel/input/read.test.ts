import { InputError } from '../../../../kernel/input/inputError';
import {
	readBoolean,
	readGuard,
	readInteger,
	readNumber,
	readObject,
	readText,
} from '../../../../kernel/input/read';
import { SWITCHES_READ, SWITCHES_REFUSED } from '../../../../scripts/taken/switches';

const scope = { timezone: 'America/Denver' };

const expectProblem = (
	attempt: () => unknown,
	facts: Pick<InputError, 'field' | 'code' | 'wrong'>,
) => {
	expect(attempt).toThrow(InputError);
	expect(attempt).toThrow(expect.objectContaining(facts));
};

describe('a switch', () => {
	it.each(SWITCHES_READ)('%j is %j', (given, read) => {
		expect(readBoolean(given, 'Dry Run', scope)).toBe(read);
		expect(readGuard(given, 'Dry Run', scope)).toBe(read);
	});

	it.each(SWITCHES_REFUSED.map((given) => [given]))('is not %j', (given) => {
		for (const read of [readBoolean, readGuard]) {
			expect(() => read(given, 'Dry Run', scope)).toThrow('"Dry Run" must be true or false');
		}
	});

	it.each([undefined, null, '', ' '])(
		'that guards something is not off where %j is given',
		(given) => {
			expect(readBoolean(given, 'Dry Run', scope)).toBeUndefined();
			expectProblem(() => readGuard(given, 'Dry Run', scope), {
				field: 'Dry Run',
				code: 'invalid_value',
				wrong: 'is empty (its expression returned nothing)',
			});
		},
	);
});

describe('the other readers', () => {
	it.each([
		[readText, 7, '7'],
		[readText, ' ', undefined],
		[readText, '\u200b', undefined],
		[readText, '\u200e \ufeff\u2060\n', undefined],
		[readText, '\u200e❤\ufe0f', '\u200e❤\ufe0f'],
		[readInteger, '12', 12],
		[readObject, '{"a":1}', { a: 1 }],
		[readObject, { a: 1 }, { a: 1 }],
		[readObject, '', undefined],
		[readText, ' a ', ' a '],
		[readText, false, 'false'],
		[readText, undefined, undefined],
		[readInteger, -3, -3],
		[readInteger, 0, 0],
		[readInteger, ' ', undefined],
		[readInteger, Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER],
		[readNumber, '-1.5', -1.5],
		[readNumber, 0, 0],
		[readNumber, '', undefined],
		[readObject, null, undefined],
	])('%p reads %j as %j', (read, raw, expected) => {
		expect(read(raw, 'Field', scope)).toEqual(expected);
	});

	it.each([
		[readText, { a: 1 }, 'must be text, but is an object'],
		[readInteger, '1.5', 'must be a whole number'],
		[readObject, '[1]', 'must be a JSON object, but is a list'],
		[readObject, '{', 'is not valid JSON'],
		[readObject, 'null', 'must be a JSON object, but is null'],
		[readObject, '5', 'must be a JSON object, but is a number'],
		[readObject, true, 'must be a JSON object, but is a boolean'],
		[readText, ['a'], 'must be text, but is a list'],
		[readInteger, 'twelve', 'must be a whole number'],
		[readInteger, 2 ** 53, 'must be a whole number'],
		[readInteger, true, 'must be a whole number'],
		[readNumber, 'many', 'must be a number'],
		[readNumber, 'Infinity', 'must be a number'],
		[readNumber, true, 'must be a number'],
		[readNumber, {}, 'must be text, but is an object'],
	])('%p refuses %j: %s', (read, raw, wrong) => {
		expectProblem(() => read(raw, 'Field', scope), {
			field: 'Field',
			code: 'invalid_value',
			wrong,
		});
	});
});
