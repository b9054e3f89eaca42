import { DateTime } from 'luxon';
import type { IDataObject } from 'n8n-workflow';

import { until } from '../../host/poll';
import { exampleWithoutRegistration, LIST, postEvent, replyOf } from './events';
import { manualWorkflow, node, useWorld } from './world';
import { SOON } from './soon';

const NOOR = '+12025550117';

const world = useWorld();
beforeEach(() => world().sandbox.reset());

async function publish(file: string): Promise<string> {
	const { n8n, credential } = world();
	const id = await n8n.importWorkflow(exampleWithoutRegistration(file), [credential]);
	await n8n.activate(id);
	return id;
}

/** Calls a workflow as another one does, without waiting for its end. */
async function call(workflowId: string, item: IDataObject): Promise<void> {
	const { n8n } = world();
	const callNode = node(
		'Call',
		'n8n-nodes-base.executeWorkflow',
		{
			workflowId: { __rl: true, mode: 'id', value: workflowId },
			options: { waitForSubWorkflow: false },
		},
		{ typeVersion: 1.1 },
	);
	await n8n.run(await n8n.importWorkflow(manualWorkflow([item], callNode)));
}

const textsTo = (phone: string) =>
	world()
		.sandbox.journal()
		.texts(phone)
		.map(({ text }) => text);

const texts = async (count: number) =>
	await until(`${count} texts`, SOON, async () => {
		const sent = textsTo(NOOR);
		return sent.length === count ? sent : undefined;
	});

describe('a survey without waiting', () => {
	it('asks three questions one after the other, once each, and keeps the answers', async () => {
		const { n8n, webhookSecret } = world();
		const id = await publish('survey.json');
		const url = await n8n.webhookUrl(id);
		await call(id, { to: NOOR, list: LIST });
		await texts(1);
		for (const [index, text] of ['5', 'Sencha', 'yes'].entries()) {
			const event = replyOf(NOOR, text);
			await postEvent(url, webhookSecret, event);
			await texts(index + 2);
			await n8n.waitForExecutions(id, 2 + 2 * index);
			await postEvent(url, webhookSecret, event);
			await n8n.waitForExecutions(id, 3 + 2 * index);
		}
		await world().sandbox.whenIdle();
		expect(textsTo(NOOR).map((text) => text.slice(0, 12))).toEqual([
			'How did you ',
			'What would y',
			'May we text ',
			'Thank you! T',
		]);
		await postEvent(url, webhookSecret, replyOf(NOOR, 'Bye'));
		const all = await n8n.waitForExecutions(id, 8);
		expect(all.filter(({ status }) => status !== 'success')).toEqual([]);
		expect(textsTo(NOOR)).toHaveLength(4);
	});
});

describe('a text at a good time', () => {
	const ZONE = 'America/New_York';

	/** Calls it for a contact in New York, and reads until when the execution waits, if it does. */
	async function sendAt(at?: string): Promise<DateTime | undefined> {
		const { n8n, sandbox } = world();
		await fetch(`${sandbox.apiUrl}/contacts`, {
			method: 'POST',
			headers: { 'X-Api-Key': sandbox.apiKey, 'Content-Type': 'application/json' },
			body: JSON.stringify({ phone_number: NOOR, list_number: LIST }),
		});
		const id = await publish('text-at-a-good-time.json');
		await call(id, { to: NOOR, list: LIST, text: 'Your tea is ready.', at });
		return await until('the text or the wait', SOON, async () => {
			if (textsTo(NOOR).length > 0) return DateTime.now();
			const [waiting] = await n8n.executions({ workflowId: id, status: 'waiting' });
			if (waiting === undefined) return undefined;
			const { waitTill } = await n8n.rest<{ waitTill: string }>('GET', `/executions/${waiting.id}`);
			return DateTime.fromISO(waitTill);
		});
	}

	it('waits for the time of day of its contact', async () => {
		const wanted = DateTime.now().setZone(ZONE).plus({ hours: 3 }).startOf('minute');
		const found = await sendAt(wanted.toFormat('H:mm'));
		expect(found?.toMillis()).toBe(wanted.toMillis());
		expect(textsTo(NOOR)).toEqual([]);
	});

	it('waits until tomorrow where the time of day is over', async () => {
		const over = DateTime.now().setZone(ZONE).minus({ hours: 1 }).startOf('minute');
		const found = await sendAt(over.toFormat('H:mm'));
		expect(found?.setZone(ZONE).toFormat('H:mm')).toBe(over.toFormat('H:mm'));
		expect(found?.toMillis()).toBeGreaterThan(Date.now());
	});

	it('sends between 9:00 and 20:00 there', async () => {
		const isGood = ({ hour }: DateTime) => hour >= 9 && hour < 20;
		const before = DateTime.now().setZone(ZONE);
		const found = (await sendAt())!.setZone(ZONE);
		const isSent = textsTo(NOOR).length === 1;
		// It may have been decided at either time.
		expect([isGood(before), isGood(DateTime.now().setZone(ZONE))]).toContain(isSent);
		if (!isSent) expect(isGood(found)).toBe(true);
	});
});
