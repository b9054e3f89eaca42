import { useStubFor } from '../../../../test/kit/stub';
import { MeSms } from '../../nodes/MeSms/MeSms.node';
import { credentialAt, editorContext } from './meSms';

const stub = useStubFor(credentialAt, () => ({
	json: {
		senders: [
			{ id: 7, name: 'TEAHOUSE-VIP', status: 'pending', shared: false },
			{ id: 1, name: 'DEMO', status: 'approved', shared: true },
			{ id: 3, name: 'TEAHOUSE', status: 'approved', shared: false },
			{ id: 4, status: 'approved' },
		],
	},
}));

const { searchSenders } = new MeSms().methods.listSearch;

const search = async (filter?: string) =>
	(
		await searchSenders.call(
			editorContext({ parameters: {}, credential: stub.credential() }),
			filter,
		)
	).results;

it('own approved senders come first, then shared ones, then those that cannot send yet', async () => {
	expect(await search()).toEqual([
		{ name: 'TEAHOUSE', value: 'TEAHOUSE' },
		{ name: 'DEMO – shared', value: 'DEMO' },
		{ name: 'TEAHOUSE-VIP – pending', value: 'TEAHOUSE-VIP' },
	]);
	expect(stub.requests().map(({ path }) => path)).toEqual(['/api/v2/senders']);
});

it.each(['teahouse', 'TEA'])('%s is found', async (filter) => {
	expect((await search(filter)).map(({ value }) => value)).toEqual(['TEAHOUSE', 'TEAHOUSE-VIP']);
});

it('a wrong path is named in the list, where By Name works all the same', async () => {
	stub.answer(() => ({ status: 404, text: '<html></html>', type: 'text/html' }));
	await expect(search()).rejects.toThrow('Custom Endpoint Paths > Senders Path');
});
