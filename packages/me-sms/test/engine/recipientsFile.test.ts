import { useFileStore } from '../../../../test/kit/fileStore';
import { shown, useNoJitter } from '../../../../test/kit/operation';
import { useStubFor, type StubRequest } from '../../../../test/kit/stub';
import { credentialAt, operationOf, UUID } from './meSms';

const stub = useStubFor(credentialAt, page);
const files = useFileStore();
useNoJitter();

const getAll = operationOf(stub, {
	resource: 'recipient',
	operation: 'getAll',
	uuid: UUID,
	returnAll: true,
	output: 'csv',
});

const row = (id: number, more = {}) => ({
	id,
	msisdn: `66812345${String(id).padStart(3, '0')}`,
	status: 'success',
	...more,
});

/** Three pages of two rows. */
function page({ path }: StubRequest) {
	const after = afterOf(path);
	const recipients = [row(after + 1), row(after + 2)];
	return { json: { recipients, nextCursor: after + 2, hasMore: after < 4, summary: [] } };
}

const afterOf = (path: string) =>
	Number(new URL(path, 'http://127.0.0.1').searchParams.get('after'));

async function textOf(result: Awaited<ReturnType<typeof getAll>>): Promise<string> {
	const chunks: Buffer[] = [];
	for await (const chunk of await files.read(result.items[0].binary!.data)) chunks.push(chunk);
	return Buffer.concat(chunks).toString();
}

it('the recipients of a message are a file', async () => {
	const result = await getAll([{}]);
	expect(result.items.map(({ json }) => json)).toEqual([
		{ uuid: UUID, fileName: `recipients-${UUID}.csv`, rows: 6 },
	]);
	expect(await textOf(result)).toBe(
		`msisdn,status,id\r\n${[1, 2, 3, 4, 5, 6].map((id) => `6681234500${id},success,${id}\r\n`).join('')}`,
	);
});

it('no more than the limit are in it', async () => {
	const result = await getAll([{}], { parameters: { returnAll: false, limit: 3 } });
	expect(result.items[0].json.rows).toBe(3);
	expect((await textOf(result)).split('\r\n')).toHaveLength(5);
	expect(stub.requests()).toHaveLength(2);
});

it('a message without recipients is a header', async () => {
	stub.answer(() => ({ json: { recipients: [], hasMore: false } }));
	expect(await textOf(await getAll([{}]))).toBe('msisdn,status\r\n');
});

it('rows that shift to the next page are there once', async () => {
	stub.answer(({ path }) => {
		const after = afterOf(path);
		const recipients = after === 0 ? [row(1), row(2)] : [row(2), row(3)];
		return { json: { recipients, nextCursor: after + 2, hasMore: after === 0 } };
	});
	expect((await getAll([{}])).items[0].json.rows).toBe(3);
});

it('no spreadsheet calculates what is in it', async () => {
	const evil = { note: '=HYPERLINK("http://evil")', other: '@SUM(1)', less: '-2', quoted: 'a,"b"' };
	stub.answer(() => ({ json: { recipients: [row(1, evil)], hasMore: false } }));
	expect(await textOf(await getAll([{}]))).toBe(
		'msisdn,status,id,note,other,less,quoted\r\n' +
			`66812345001,success,1,"'=HYPERLINK(""http://evil"")",'@SUM(1),-2,"a,""b"""\r\n`,
	);
});

it('pages that repeat end it, and the node says so', async () => {
	stub.answer(() => ({ json: { recipients: [row(1)], nextCursor: 7, hasMore: true } }));
	const { items, hints } = await getAll([{}]);
	expect(items[0].json.rows).toBe(1);
	expect(hints.join()).toContain('may be missing');
});

it.each([0, 4])('a page that fails (after %i) is told as it is', async (failing) => {
	stub.answer((request) =>
		afterOf(request.path) === failing
			? { status: 403, json: { error: 'Not your message' } }
			: page(request),
	);
	expect(shown((await getAll([{}])).error)).toContain('Not your message');
});

it('Stop ends it', async () => {
	let execution: ReturnType<typeof getAll.start> | undefined = undefined;
	stub.answer(({ path }) => {
		const after = afterOf(path);
		if (after === 6) execution?.stop();
		return { json: { recipients: [row(after + 1)], nextCursor: after + 2, hasMore: true } };
	});
	execution = getAll.start([{}]);
	await execution.done;
	expect(stub.requests().length).toBeLessThanOrEqual(5);
});
