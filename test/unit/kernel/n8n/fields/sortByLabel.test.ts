import { sortByLabel } from '../../../../../kernel/n8n/fields/sortByLabel';

describe('parts by their labels', () => {
	const sorted = (...labels: string[]) => sortByLabel(labels, (label) => label);

	it('come in the order of the alphabet, whatever their case', () => {
		expect(sorted('Texts', 'dry run', 'Idempotency Key', 'ID')).toEqual([
			'dry run',
			'ID',
			'Idempotency Key',
			'Texts',
		]);
	});

	it('are a list of their own', () => {
		const given = ['b', 'a'];
		sortByLabel(given, (label) => label);
		expect(given).toEqual(['b', 'a']);
	});
});
