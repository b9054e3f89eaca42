import type { IDataObject } from 'n8n-workflow';

import { nodeOutput } from '../../../../host/n8n';
import { until } from '../../../../host/poll';
import { useMovableClock } from '../../../../test/e2e/clockAhead';
import { DUPLICATES, importTrigger, TRIGGER } from './polling';
import { useWorld } from './world';
import { SOON } from '../../../../test/e2e/soon';

const MINUTE = 60_000;
const MINUTES = 20;
const MESSAGES = 5;
const NUMBERS = 1_000;

const clock = useMovableClock();
/** Polls that began. */
let polls = 0;
const world = useWorld({
	sandbox: { timeScale: 1, seed: 'trigger' },
	// A busy machine may stand still for seconds, and n8n would respond to nobody then.
	env: { ...clock.env, N8N_LOG_LEVEL: 'debug', DB_PING_TIMEOUT_MS: '60000' },
	log: (line) => {
		if (line.includes('Poll trigger initiated')) polls++;
	},
});

/** What the nodes of a workflow put out, over all its executions. */
class Told {
	readonly byTrigger: IDataObject[] = [];
	readonly once: IDataObject[] = [];
	private readonly read = new Set<string>();

	constructor(private readonly workflowId: string) {}

	/** Different numbers of messages that came so far. */
	async count(): Promise<number> {
		const { n8n } = world();
		for (const { id, status } of await n8n.executions({ workflowId: this.workflowId })) {
			if (status !== 'success' || this.read.has(id)) continue;
			this.read.add(id);
			const execution = await n8n.execution(id);
			const itemsOf = (name: string) => nodeOutput(execution, name).map(({ json }) => json);
			this.byTrigger.push(...itemsOf(TRIGGER));
			this.once.push(...itemsOf(DUPLICATES));
		}
		return new Set(this.byTrigger.map(rowOf)).size;
	}
}

const rowOf = ({ uuid, msisdn }: IDataObject) => `${uuid as string} ${msisdn as string}`;

/** The numbers that the account says are in a final state now. */
function finalNow(): number {
	const all = world()
		.sandbox.messages()
		.map(({ counts, numbers }) => numbers - (counts.pending ?? 0));
	return all.reduce((sum, each) => sum + each, 0);
}

it(`${MESSAGES * NUMBERS} rows in ${MINUTES} minutes, two kills, polls on top of each other: each row once`, async () => {
	const { n8n, sandbox } = world();
	sandbox.haltClock(true);
	sandbox.setSettings({ slowestSeconds: (MINUTES - 1) * 60, fateSeconds: 5 * 60 });
	const uuids = Array.from({ length: MESSAGES }, (_, index) =>
		sandbox.addMessage({ numbers: NUMBERS, numbersFrom: index + 1 }),
	);
	const id = await importTrigger(world(), { events: ['recipientFinal'], uuids: uuids.join('\n') });
	await n8n.activate(id);
	const told = new Told(id);

	let minute = 0;
	const nextMinute = () => {
		sandbox.advanceClock(60);
		clock.setAhead(++minute * MINUTE);
	};
	const caughtUp = async () => {
		const wanted = finalNow();
		await until(`${wanted} rows`, SOON, async () => (await told.count()) >= wanted || undefined);
	};
	const hold = (latencyMs: number) =>
		sandbox.addFault({ kind: 'latency', operationId: 'listRecipients', count: 1, latencyMs });
	/** A fault that has hit is gone. */
	const isHeld = async () =>
		await until('a held poll', SOON, async () => sandbox.listFaults().length === 0 || undefined);

	// What it found when it was published outlasts n8n, although no event came yet.
	await n8n.kill();
	nextMinute();
	await n8n.restart();
	await caughtUp();
	expect(told.once.length).toBeGreaterThan(0);

	while (minute < 5) {
		nextMinute();
		await caughtUp();
	}

	hold(3_500);
	nextMinute();
	await isHeld();
	const pollsBefore = polls;
	await until('polls on top of it', SOON, async () => polls > pollsBefore + 1 || undefined);
	await caughtUp();

	while (minute < 9) {
		nextMinute();
		await caughtUp();
	}
	const different = await told.count();
	expect(told.byTrigger).toHaveLength(different);

	hold(60_000);
	nextMinute();
	await isHeld();
	await n8n.kill();
	sandbox.clearFaults();
	await n8n.restart();

	while (minute < MINUTES) {
		await caughtUp();
		nextMinute();
	}
	await caughtUp();

	const wanted = uuids.flatMap((uuid) =>
		sandbox
			.numbersOf(uuid)
			.filter((msisdn) => !msisdn.endsWith('06'))
			.map((msisdn) => rowOf({ uuid, msisdn })),
	);
	expect(finalNow()).toBe(wanted.length);
	expect(told.once.map(rowOf).sort()).toEqual(wanted.sort());
	expect(told.byTrigger.filter(({ status }) => status === 'pending')).toEqual([]);
	// What came last before the kill came again after it: nobody knew whether n8n still had it.
	expect(told.byTrigger.length).toBeGreaterThan(wanted.length);
	const { staticData } = await n8n.rest<{ staticData: IDataObject }>('GET', `/workflows/${id}`);
	const kept = JSON.stringify(staticData);
	expect(kept).toContain(uuids[0]);
	expect(kept.length).toBeLessThan(10_000);
});

it('a path that is wrong is said when the workflow is published', async () => {
	const { n8n, sandbox } = world();
	sandbox.setSwitches({ paths: 'moved' });
	const id = await importTrigger(world(), { events: ['senderApproved'] });
	await expect(n8n.activate(id)).rejects.toThrow('Custom Endpoint Paths > Senders Path');
});
