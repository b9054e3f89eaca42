import { useNoJitter } from '../../../../test/kit/operation';
import { id, operationOf, useSamples } from './politicalComms';

const stub = useSamples();
useNoJitter();

const download = operationOf(stub, {
	resource: 'contactList',
	operation: 'download',
	contactListId: id('lst_8R2N'),
});

const CSV = 'First,Mobile\nNoor,+12025550117\n"Haddad, A.",+13035550164\n';
const csv = () => stub.answer(() => ({ text: CSV, type: 'text/csv' }));

it('a list is a file of its item', async () => {
	csv();
	const { items, error } = await download([{}]);
	expect(error).toBeUndefined();
	expect(stub.requests()).toMatchObject([
		{ method: 'GET', path: '/v1/contact-lists/lst_8R2N/download?type=original' },
	]);
	const [{ json, binary }] = items;
	expect(json).toEqual({ id: 'lst_8R2N', fileName: 'lst_8R2N-original.csv' });
	expect(binary?.data).toMatchObject({ fileName: 'lst_8R2N-original.csv', mimeType: 'text/csv' });
	expect(Buffer.from(binary!.data.data, 'base64').toString()).toBe(CSV);
});

it('a list is an item for each row', async () => {
	csv();
	const { items } = await download([{}], { parameters: { file: 'analyzed', output: 'rows' } });
	expect(stub.requests()[0].path).toContain('type=analyzed');
	expect(items.map(({ json }) => json)).toEqual([
		{ First: 'Noor', Mobile: '+12025550117' },
		{ First: 'Haddad, A.', Mobile: '+13035550164' },
	]);
});

it('a list that breaks off inside a value is refused, not read half', async () => {
	stub.answer(() => ({ text: CSV.slice(0, CSV.indexOf(', A.')), type: 'text/csv' }));
	const { items, error } = await download([{}], { parameters: { output: 'rows' } });
	expect(items).toEqual([]);
	expect(error?.message).toContain('opened in row 3 is never closed');
});

it('a list without rows gives no items', async () => {
	stub.answer(() => ({ text: 'First,Mobile\n', type: 'text/csv' }));
	expect((await download([{}], { parameters: { output: 'rows' } })).items).toEqual([]);
});

it.each([
	[409, { error: 'Not yet', code: 'ANALYSIS_NOT_COMPLETE' }, 'ANALYSIS_NOT_COMPLETE'],
	[404, { error: 'Nothing found', code: 'NOT_FOUND' }, 'NOT_FOUND'],
])('a refusal with %i is told', async (status, json, code) => {
	stub.answer(() => ({ status, json }));
	expect((await download([{}])).error?.message).toContain(code);
});

it('a web page is no list', async () => {
	stub.answer(() => ({ text: '<!doctype html><p>Sign in</p>', type: 'text/html' }));
	expect((await download([{}])).error?.message).toContain('web page');
});
