import { InputError } from '../../../../../kernel/input/inputError';
import { textField } from '../../../../../kernel/n8n/fields/field';
import { perItem } from '../../../../../kernel/n8n/kinds/perItem';
import { endpoint, look, runAlone, type Given } from '../standIn';

const size = { ...endpoint, operationId: 'getSize', method: 'GET', idempotent: true } as const;

/** Sends things that are not too large by what a lookup says. */
const send = perItem({
	...look,
	fields: [textField('name', { displayName: 'Name' })],
	request: ({ name }) => ({ endpoint, body: { name } }),
	guarded: {
		subject: 'thing',
		identify: ({ name }) => ({ name }),
		preview: (body) => ({ wouldSend: body }),
	},
	check:
		({ name }) =>
		async (client) => {
			const found = await client.send({ endpoint: size, query: { name } });
			if (Number(found.size) <= 5) return;
			throw new InputError('At Most', 'too_large', `is 5, but ${name} has ${Number(found.size)}`);
		},
});

async function run(sizes: Record<string, number | Error>, given: Given = {}) {
	const sent: string[] = [];
	const { output } = await runAlone(send, {
		items: Object.keys(sizes).map((name) => ({ name })),
		answer: (body, _, { method, url }) => {
			if (method !== 'GET') {
				sent.push(String(body.name));
				return { json: { id: 1 } };
			}
			const found = sizes[String(url).split('name=')[1]];
			return found instanceof Error ? { status: Number(found.message) } : { json: { size: found } };
		},
		node: { onError: 'continueRegularOutput' },
		...given,
		parameters: { name: '=name', ...given.parameters },
	});
	return { sent, output: output.map(({ json }) => json) };
}

beforeEach(() => {
	jest.spyOn(Math, 'random').mockReturnValue(0);
});
afterEach(() => {
	jest.restoreAllMocks();
});

describe('what is checked before a request', () => {
	it('holds back the item that it is about, and no other', async () => {
		const { sent, output } = await run({ small: 3, large: 8, other: 5 });
		expect(sent).toEqual(['small', 'other']);
		expect(output).toMatchObject([{ id: 1 }, { status: 'rejected', code: 'too_large' }, { id: 1 }]);
	});

	it.each(['404', '503'])('fails closed where the lookup ends in %s', async (status) => {
		const { sent, output } = await run({ a: new Error(status), b: 1 });
		expect(sent).toEqual(['b']);
		expect(output[0]).toMatchObject({
			status: 'rejected',
			message: expect.stringMatching(/^Not sent, because its safeguards could not be checked/),
		});
	});

	it('sends nothing at all where the key is refused', async () => {
		const { sent, output } = await run({ a: new Error('401'), b: 1 });
		expect(sent).toEqual([]);
		expect(output).toHaveLength(2);
	});

	it('sends nothing with On Error = Stop where one item is held back', async () => {
		const { sent } = await run({ small: 3, large: 8 }, { node: {} });
		expect(sent).toEqual([]);
	});

	it('is part of a dry run, which shows what would be sent', async () => {
		const parameters = { safeguards: { dryRun: true } };
		const { sent, output } = await run({ small: 3, large: 8 }, { parameters });
		expect(sent).toEqual([]);
		expect(output).toMatchObject([
			{ status: 'dry_run', name: 'small', wouldSend: { name: 'small' } },
			{ code: 'too_large' },
		]);
	});
});
