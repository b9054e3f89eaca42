import type { IDataObject, INode, INodeParameters } from 'n8n-workflow';

import { nodeWith } from '../../../../test/e2e/anyWorld';
import { endOf, manualWorkflow, type Ended } from '../../../../test/e2e/workflow';
import type { CredentialReference } from '../../../../host/n8n';
import { MOVED_PATHS, type Switches } from '../../sandbox';
import { credentialData, NODE_TYPE, SENDER, useWorld } from './world';

const world = useWorld({ sandbox: { seed: 'account', credits: 1_000 } });

const PHONES = ['66812345600', '66812345601', '66812345602'];
const TEXT = { sender: SENDER, content: 'Tasting night on Friday at 7' };
const SEND = { resource: 'message', operation: 'send', ...TEXT };
const cancelOf = (more: INodeParameters = {}): INodeParameters => ({
	resource: 'message',
	operation: 'cancel',
	uuid: '={{ $json.uuid }}',
	...more,
});

/** A time so many seconds after now, by the account's clock. */
const after = (seconds: number) =>
	new Date(Date.parse(world().sandbox.now()) + seconds * 1_000).toISOString();

/** Sends a text now, or at a time, and returns what Send put out. */
async function sendTo(msisdns: string[], scheduledTime?: string): Promise<IDataObject> {
	const options = scheduledTime === undefined ? {} : { scheduledTime };
	const { items, error } = await world().run({ ...SEND, msisdns: msisdns.join(), options });
	expect(error).toBeUndefined();
	return items[0];
}

describe('a scheduled text that is cancelled', () => {
	it('has five outcomes, and credits are right to the unit', async () => {
		const { sandbox, run } = world();
		const taken = await sendTo(PHONES, after(3_600));
		const late = await sendTo(PHONES.slice(1), after(3_600));
		const sent = await sendTo(PHONES.slice(2));
		expect([taken, late, sent]).toMatchObject([
			{ status: 'scheduled', recipients: 3 },
			{ status: 'scheduled', recipients: 2 },
			{ status: 'queued' },
		]);
		expect(sandbox.credits()).toEqual({ balance: 994, held: 5, charged: 1 });

		const { items: cancelled } = await run(cancelOf(), [taken]);
		expect(cancelled).toMatchObject([{ uuid: taken.uuid, cancelled: true, refundedCredits: 3 }]);
		expect(sandbox.credits()).toEqual({ balance: 997, held: 2, charged: 1 });

		sandbox.advanceClock(2 * 3_600);
		const { items: refused } = await run(cancelOf({ ifTooLate: 'return' }), [taken, late, sent]);
		expect(refused).toMatchObject([
			{ uuid: taken.uuid, cancelled: true, code: 'ALREADY_CANCELLED' },
			{ uuid: late.uuid, cancelled: false, code: 'ALREADY_PROCESSING' },
			{ uuid: sent.uuid, cancelled: false, code: 'NOT_SCHEDULED' },
		]);
		const { errorItems } = await run(cancelOf(), [taken, late, sent], {
			onError: 'continueErrorOutput',
		});
		expect(errorItems.map(({ error }) => /\((\w+)\)/.exec(String(error))?.[1])).toEqual([
			'ALREADY_CANCELLED',
			'ALREADY_PROCESSING',
			'NOT_SCHEDULED',
		]);
		expect(sandbox.credits()).toEqual({ balance: 997, held: 0, charged: 3 });
		const { items: balance } = await run({ resource: 'credit', operation: 'get' });
		expect(balance).toEqual([{ balance: 997 }]);
		const reached = sandbox.journal().texts();
		expect(reached.map(({ phone }) => phone).sort()).toEqual(
			[PHONES[1], PHONES[2], PHONES[2]].map((phone) => expect.stringContaining(phone)),
		);
	});
});

/** The operations whose paths are settings, with what the form calls these. */
const PROVISIONAL: ReadonlyArray<[setting: string, label: string, parameters: INodeParameters]> = [
	[
		'previewCost',
		'Preview Cost Path',
		{ resource: 'message', operation: 'preview', ...TEXT, msisdns: PHONES.join() },
	],
	['listMessages', 'List Messages Path', { resource: 'message', operation: 'getAll' }],
	[
		'getMessage',
		'Get Message Path',
		{ resource: 'message', operation: 'get', uuid: '={{ $json.uuid }}' },
	],
	['getCreditBalance', 'Credit Balance Path', { resource: 'credit', operation: 'get' }],
	['listSenders', 'Senders Path', { resource: 'sender', operation: 'getAll' }],
	['cancelSms', 'Cancel Path', cancelOf()],
];

/** A credential for the account with these paths. */
async function withPaths(paths: Record<string, string>): Promise<CredentialReference> {
	const { n8n, sandbox } = world();
	const data = { ...credentialData(sandbox), customPaths: true, ...paths };
	return await n8n.createCredential({ name: 'Other paths', type: 'meSmsApi', data });
}

/** Runs each of these operations on one item, with a credential. */
async function runAll(
	credential: CredentialReference,
	item: IDataObject = {},
): Promise<Record<string, Ended>> {
	const { n8n } = world();
	// n8n runs branches in the order of the canvas, from top to bottom.
	const nodes = PROVISIONAL.map(([setting, , parameters], index) =>
		nodeWith(credential, [setting, NODE_TYPE], parameters, {
			onError: 'continueErrorOutput',
			position: [400, index * 200],
		}),
	);
	const id = await n8n.importWorkflow(manualWorkflow([item], ...nodes));
	const execution = await n8n.waitForExecution(await n8n.run(id));
	return Object.fromEntries(
		PROVISIONAL.map(([setting]) => [setting, endOf(execution, setting)] as const),
	);
}

describe('an API that has its six provisional paths elsewhere', () => {
	beforeEach(() => world().sandbox.setSwitches({ paths: 'moved' }));

	it('does all once the six fields are set', async () => {
		const { sandbox } = world();
		const { uuid } = await sendTo(PHONES, after(3_600));
		const ended = await runAll(await withPaths(MOVED_PATHS), { uuid });
		expect(ended).toMatchObject({
			previewCost: { items: [{ credits: 3 }] },
			listMessages: { items: [{ uuid }] },
			getMessage: { items: [{ uuid, status: 'scheduled' }] },
			getCreditBalance: { items: [{ balance: 997 }] },
			cancelSms: { items: [{ uuid, cancelled: true }] },
		});
		expect(ended.listSenders.items.map(({ name }) => name)).toContain('TEAHOUSE');
		expect(sandbox.credits()).toEqual({ balance: 1_000, held: 0, charged: 0 });
	});

	it.each<Switches['wrongPaths']>(['missing', 'page', 'redirect'])(
		'names the setting that is wrong, and the key goes nowhere: %s',
		async (wrongPaths) => {
			const { sandbox, credential } = world();
			sandbox.setSwitches({ wrongPaths });
			const ended = await runAll(credential, { uuid: 'd0f6f0c4-4c5f-4a51-9a3e-0b9c1a5c7e11' });
			for (const [setting, label] of PROVISIONAL) {
				expect([setting, ended[setting].items]).toEqual([setting, []]);
				const [{ error }] = ended[setting].errorItems;
				expect(error).toContain(`Custom Endpoint Paths > ${label}`);
				expect(error).toContain('(wrong_path)');
			}
			expect(sandbox.visits()).toEqual([]);
		},
	);

	it('refuses Send as the path of Preview before any request', async () => {
		const { n8n, sandbox } = world();
		const credential = await withPaths({ ...MOVED_PATHS, previewCost: '/sms/send' });
		const ended = await runAll(credential, { uuid: 'd0f6f0c4-4c5f-4a51-9a3e-0b9c1a5c7e11' });
		const said =
			'"Custom Endpoint Paths > Preview Cost Path" must not be /sms/send, the path of another call';
		for (const { items, errorItems } of Object.values(ended)) {
			expect(items).toEqual([]);
			expect(errorItems[0].error).toContain(said);
		}
		expect((await n8n.testCredential(credential.id)).message).toContain(said);
		expect(sandbox.journal().summary()).toMatchObject({ requests: 0, texts: 0 });
	});
});

/** One workflow with everything that reads a response; each node runs once, after the one before. */
const STEPS: ReadonlyArray<[name: string, parameters: INodeParameters]> = [
	['Sent', { ...SEND, msisdns: PHONES.join() }],
	['Arrived', { resource: 'message', operation: 'waitForDelivery' }],
	['Message', { resource: 'message', operation: 'get' }],
	['Messages', { resource: 'message', operation: 'getAll' }],
	['Recipients', { resource: 'recipient', operation: 'getAll', options: { rowsPerPage: 2 } }],
	['Delivery', { resource: 'message', operation: 'getDelivery' }],
	['Cost', { ...PROVISIONAL[0][2] }],
	['Balance', { resource: 'credit', operation: 'get' }],
	['Senders', { resource: 'sender', operation: 'getAll' }],
	['Refused', { resource: 'message', operation: 'cancel', ifTooLate: 'return' }],
];

function everyStep(): INode[] {
	const uuid = "={{ $('Sent').first().json.uuid }}";
	return STEPS.map(([name, parameters]) =>
		nodeWith(world().credential, [name, NODE_TYPE], { uuid, ...parameters }, { executeOnce: true }),
	);
}

it('one workflow puts out the same for every shape of responses, with codes or without', async () => {
	const { n8n, sandbox } = world();
	const nodes = everyStep();
	const file = manualWorkflow([{}], nodes[0]);
	for (const [index, { name }] of nodes.slice(1).entries()) {
		file.connections[nodes[index].name] = { main: [[{ node: name, type: 'main', index: 0 }]] };
	}
	const id = await n8n.importWorkflow({ ...file, nodes: [...file.nodes, ...nodes.slice(1)] });

	const outputs = async (switches: Partial<Switches>) => {
		sandbox.reset();
		sandbox.setSwitches(switches);
		const execution = await n8n.waitForExecution(await n8n.run(id));
		const ends = STEPS.map(([name]) => [name, endOf(execution, name)] as const);
		expect(ends.map(([name, { error }]) => [name, error])).toEqual(
			STEPS.map(([name]) => [name, undefined]),
		);
		return Object.fromEntries(ends.map(([name, { items }]) => [name, items.map(timeless)]));
	};

	const usual = await outputs({});
	expect(usual).toMatchObject({
		Sent: [{ status: 'queued' }],
		Arrived: [{ total: 3, complete: true, deliveredRate: 33.33 }],
		Recipients: PHONES.map((msisdn) => ({ msisdn })),
		Balance: [{ balance: 997 }],
		Refused: [{ cancelled: false, code: 'NOT_SCHEDULED' }],
	});
	const shapes: Array<Partial<Switches>> = [
		{ bodies: 'data', names: 'second', summary: 'map', drSummary: 'list', balance: 'text' },
		{ names: 'third', rows: 'items', summary: '_count', drSummary: 'total', cursors: 'text' },
		{
			bodies: 'data',
			rows: 'data',
			lastCursor: 'repeated',
			hasMore: 'full',
			cancelRefusals: '409',
		},
	];
	for (const shape of shapes) expect(await outputs(shape)).toEqual(usual);

	const [refused] = usual.Refused;
	const reason = expect.any(String);
	expect(await outputs({ codes: 'none' })).toEqual({
		...usual,
		Refused: [{ ...refused, code: null, reason }],
	});
});

/** An item without what differs from run to run. */
function timeless(item: IDataObject): IDataObject {
	const kept = Object.entries(item).filter(([name]) => !['createdAt', 'updatedAt'].includes(name));
	return Object.fromEntries(kept);
}
