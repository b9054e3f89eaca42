import { textField } from '../../../../../kernel/n8n/fields/field';
import { local } from '../../../../../kernel/n8n/kinds/local';
import { InputError } from '../../../../../kernel/input/inputError';
import { look, runAlone, type Given } from '../standIn';

const shout = local({
	...look,
	fields: [textField('word', { displayName: 'Word' })],
	compute: ({ word }) => {
		if (word === undefined) throw new InputError('Word', 'missing_word', 'is empty');
		return { said: word.toUpperCase() };
	},
});

const given: Given = {
	parameters: { word: '=word' },
	items: [{ word: 'a' }, {}, { word: 'c' }],
	// There is no credential to ask for.
	context: { getCredentials: async () => await Promise.reject(new Error('no credential')) },
};

describe('an operation that answers by itself', () => {
	it('needs no credential and makes no request', async () => {
		const { output, requests } = await runAlone(shout, { ...given, items: [{ word: 'a' }] });
		expect(output).toEqual([{ json: { said: 'A' }, pairedItem: { item: 0 } }]);
		expect(requests).toEqual([]);
		expect(shout.properties.map(({ name }) => name)).toEqual(['word']);
	});

	it('fails with the first bad item, with On Error = Stop', async () => {
		const { error } = await runAlone(shout, given);
		expect(error?.message).toBe('"Word" is empty (its expression returned nothing) [item 1]');
	});

	it('answers the other items otherwise', async () => {
		const { output } = await runAlone(shout, {
			...given,
			node: { onError: 'continueRegularOutput' },
		});
		expect(output.map(({ json }) => json.said ?? json.code)).toEqual(['A', 'missing_word', 'C']);
	});
});
