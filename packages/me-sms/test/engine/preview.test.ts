import type { INodeParameters } from 'n8n-workflow';

import { shown } from '../../../../test/kit/operation';
import { useStubFor } from '../../../../test/kit/stub';
import { credentialAt, operationOf, UUID } from './meSms';

const stub = useStubFor(credentialAt, () => ({ json: { recipients: 2, parts: 1, credits: 2 } }));

const run = operationOf(stub, {
	resource: 'message',
	operation: 'preview',
	estimateWith: 'preview',
	sender: { __rl: true, mode: 'name', value: 'TEAHOUSE' },
	sendTo: 'numbers',
	msisdns: '0812345678, 0898765432',
	content: 'Hello',
});
const using = (estimateWith: string, parameters: INodeParameters = {}) => ({
	parameters: { estimateWith, ...parameters },
});
const msisdns = ['66812345678', '66898765432'];

describe('the cost of a text', () => {
	it.each([
		{ recipients: 2, parts: 1, credits: 2 },
		{ data: { recipients: 2, parts: 1, credits: '2' } },
		{ total: 2, segments: 1, cost: 2 },
	])('is asked for by Preview: %j', async (json) => {
		stub.answer(() => ({ json }));
		const { items } = await run([{}]);
		expect(stub.requests()).toEqual([
			{
				method: 'POST',
				path: '/api/v2/sms/preview',
				body: { sender: 'TEAHOUSE', content: 'Hello', msisdns },
			},
		]);
		expect(items[0].json).toEqual({
			recipients: 2,
			parts: 1,
			credits: 2,
			estimated_with: 'preview',
		});
	});

	it('is asked for by a dry run', async () => {
		const { items } = await run([{}], using('dryRun'));
		expect(stub.requests()).toMatchObject([{ path: '/api/v2/sms/send', body: { dryRun: true } }]);
		expect(items[0].json).toMatchObject({ credits: 2, estimated_with: 'dry_run' });
	});

	it('is reported loudly where the dry run may have been sent', async () => {
		stub.answer(() => ({ json: { uuid: UUID } }));
		expect(shown((await run([{}], using('dryRun'))).error)).toContain('may really have been sent');
	});

	it.each([UUID, 12_345, { id: UUID }])(
		'is reported loudly where Preview may have sent: %j',
		async (uuid) => {
			stub.answer(() => ({ json: { credits: 2, uuid } }));
			expect(shown((await run([{}])).error)).toContain('may really have been sent');
		},
	);

	it('fails where ME-SMS does not say it', async () => {
		stub.answer(() => ({ json: {} }));
		expect(shown((await run([{}])).error)).toContain('did not say what it would cost');
	});

	it('needs no sender for Preview, and one for a dry run', async () => {
		const sender = { __rl: true, mode: 'name', value: '' };
		expect((await run([{}], using('preview', { sender }))).error).toBeUndefined();
		expect(shown((await run([{}], using('dryRun', { sender }))).error)).toContain(
			'"Sender" is empty',
		);
	});
});

describe('offline', () => {
	it.each([
		['x'.repeat(160), 'GSM-7', 160, 1],
		['x'.repeat(161), 'GSM-7', 161, 2],
		['x'.repeat(306), 'GSM-7', 306, 2],
		['x'.repeat(307), 'GSM-7', 307, 3],
		[`${'x'.repeat(158)}€`, 'GSM-7', 160, 1],
		[`${'x'.repeat(159)}€`, 'GSM-7', 161, 2],
		['ก'.repeat(70), 'UCS-2', 70, 1],
		['ก'.repeat(71), 'UCS-2', 71, 2],
		['ก'.repeat(134), 'UCS-2', 134, 2],
		['ก'.repeat(135), 'UCS-2', 135, 3],
		[`${'x'.repeat(68)}🙂`, 'UCS-2', 70, 1],
		[`${'x'.repeat(69)}🙂`, 'UCS-2', 71, 2],
		['ที่นี่', 'UCS-2', 6, 1],
	])('%s counts as %s, %i units, %i parts', async (content, encoding, units, parts) => {
		const { items } = await run([{}], using('offline', { content }));
		expect(stub.requests()).toEqual([]);
		expect(items[0].json).toMatchObject({
			encoding,
			units,
			parts,
			recipients: 2,
			total_parts: parts * 2,
		});
	});

	it('cannot count a template', async () => {
		const given = using('offline', { content: '', options: { templateId: 41 } });
		expect(shown((await run([{}], given)).error)).toContain(
			'"Template ID" cannot be estimated offline',
		);
	});

	it('says what one emoji does', async () => {
		const { hints } = await run([{}], using('offline', { content: `${'x'.repeat(150)}🙂` }));
		expect(hints[0]).toContain('one emoji turns 160 characters a part into 70: 🙂');
	});
});

describe('numbers alone', () => {
	const check = operationOf(stub, {
		resource: 'phone',
		operation: 'normalize',
		msisdn: '={{ $json.phone }}',
	});

	it('are checked without a request, each with its reason', async () => {
		const { items, error } = await check([
			{ phone: '081-234-5678' },
			{ phone: '812345678' },
			{ phone: '02 123 4567' },
			{ phone: null },
		]);
		expect(error).toBeUndefined();
		expect(stub.requests()).toEqual([]);
		expect(items.map(({ json }) => json)).toMatchObject([
			{ status: 'ok', msisdn: '66812345678', repaired: false, usual_prefix: true },
			{ status: 'ok', msisdn: '66812345678', repaired: true },
			{ status: 'refused', msisdn: null, reason: '…4567 is a fixed line, which takes no texts' },
			{ status: 'refused', code: 'missing_phone' },
		]);
	});
});
