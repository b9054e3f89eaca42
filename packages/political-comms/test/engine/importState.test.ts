import { operationOf, useSamples } from './politicalComms';

const stub = useSamples();

const getAll = operationOf(stub, { resource: 'contactList', operation: 'getAll' });

it('contact lists come with their import state for one more request each', async () => {
	stub.give('getContactList', 'analysed');
	const options = { includeImportState: true };
	const { items } = await getAll([{}], { parameters: { options } });
	expect(items.map(({ json }) => json)).toMatchObject([
		{
			id: 'lst_8R2N',
			name: 'October volunteers',
			importStatus: 'ready',
			cleanContacts: 1131,
			analysisStatus: 'complete',
			breakdown: { mobile: 1050 },
		},
	]);
	expect(stub.requests().map(({ path }) => path)).toEqual([
		'/v1/contact-lists',
		'/v1/contact-lists/lst_8R2N',
	]);
});

it.each([{}, { includeImportState: false }])('with %j no list is looked up', async (options) => {
	await getAll([{}], { parameters: { options } });
	expect(stub.requests()).toHaveLength(1);
});

it('fails where a list cannot be looked up', async () => {
	stub.answer(({ path }) =>
		path.endsWith('lists')
			? { json: { data: [{ id: 'lst_1' }] } }
			: { status: 404, json: { error: 'Nothing found', code: 'NOT_FOUND' } },
	);
	const { error } = await getAll([{}], { parameters: { options: { includeImportState: true } } });
	expect(error?.message).toContain('Nothing found (NOT_FOUND)');
});
