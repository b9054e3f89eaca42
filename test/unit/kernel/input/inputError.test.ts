import { InputError } from '../../../../kernel/input/inputError';

it.each([
	['To', 'is empty', '"To" is empty'],
	['Limit', 'must be 1 or more', '"Limit" must be 1 or more'],
	['Variant 2 > Text', 'is empty', '"Variant 2 > Text" is empty'],
	['Audiences: entry 2', 'is not an ID', 'Audiences: entry 2 is not an ID'],
	['Phone File', 'the file has no column "phone"', 'Phone File: the file has no column "phone"'],
	['To', '"nobody" is not a phone number', 'To: "nobody" is not a phone number'],
])('%s and "%s" read as one sentence: %s', (field, wrong, sentence) => {
	expect(new InputError(field, 'invalid_value', wrong).message).toBe(sentence);
});
