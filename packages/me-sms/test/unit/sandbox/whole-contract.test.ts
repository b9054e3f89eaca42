import path from 'node:path';
import { describeServedOperations, operationsOf } from '../../../../../test/kit/servedOperations';
import type { Switches } from '../../../sandbox';
import { contract } from '../../../sandbox/contract';
import { handlers } from '../../../sandbox/resources';
import { inSeconds, phones, SEND, useBench } from './bench';
import type { Bench } from './bench';

const written = operationsOf(contract);
const resources = path.join(__dirname, '../../../sandbox/resources');
describeServedOperations(contract, handlers, resources);

it('there are 8 of them', () => {
	expect(written).toHaveLength(8);
});

const forms: Array<[string, Partial<Switches>]> = [
	['as usual', {}],
	[
		'under data',
		{ bodies: 'data', earlySummary: 'missing', lastCursor: 'missing', hasMore: 'missing' },
	],
	['second names', { names: 'second', rows: 'items', summary: 'map', drSummary: 'list' }],
	['third names', { names: 'third', rows: 'data', summary: '_count', drSummary: 'total' }],
	['fourth names', { names: 'fourth', rows: 'sms', cursors: 'text', balance: 'text' }],
	['moved', { paths: 'moved' }],
];

describe.each(forms)('in the form %s', (_, switches) => {
	let bench: Bench;
	useBench({ switches }, (each) => (bench = each));

	it('every operation is asked and answered as the contract says', async () => {
		const { sandbox, client } = bench;
		const route = (usual: string, moved: string) => (switches.paths === 'moved' ? moved : usual);
		await client.good('POST', route('/sms/preview', '/sms/preview-cost'), {
			content: SEND.content,
			msisdns: phones(2),
		});
		await client.good('POST', '/sms/send', { ...SEND, msisdns: phones(9), dryRun: true });
		await client.good('POST', '/sms/send', { ...SEND, msisdns: phones(9) });
		const later = { templateId: 41, variables: { name: 'Mali' }, contactGroupId: 12 };
		await client.good('POST', '/sms/send', {
			sender: 'DEMO',
			scheduledTime: inSeconds(3_600),
			...later,
		});
		const [sent, planned] = sandbox.messages();
		await client.good('GET', `/sms/${sent.uuid}/recipients?after=0&limit=4`);
		await client.good('GET', `/sms/${sent.uuid}/recipients?status=failed`);
		const get = route(`/sms/${sent.uuid}`, `/sms/message/${sent.uuid}`);
		await client.good('GET', get);
		await sandbox.whenIdle();
		await client.good('GET', get);
		await client.good('GET', route('/sms?status=scheduled', '/sms/list?status=scheduled&page=1'));
		const cancel = route(`/sms/${planned.uuid}/cancel`, `/sms/cancel/${planned.uuid}`);
		await client.good('POST', cancel);
		expect(await client.refusal('POST', cancel)).toBe('409 ALREADY_CANCELLED');
		await client.good('GET', route('/credits', '/balance'));
		await client.good('GET', route('/senders', '/sms/senders'));
		expect(sandbox.violations()).toEqual([]);
		const asked = Object.keys(sandbox.journal().summary().byOperation);
		expect(asked.sort()).toEqual([...written].sort());
	});
});
