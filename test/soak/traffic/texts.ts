import type { Batch } from '../asked';
import { postItems, repeatWhileUp, type Traffic } from './traffic';

const ORDERS_EVERY = 4_000; // ms
const CAMPAIGNS_EVERY = 8_000; // ms
const ORDERS = 3;
const PEOPLE = 12;
const PHONES = 400;

/** Texts one by one, without keys: what an end of n8n cuts off is not sent again. */
export async function sendOrders(traffic: Traffic): Promise<void> {
	await repeatWhileUp(traffic, ORDERS_EVERY, async () => await askForOrders(traffic));
}

/** Texts many in a request, each with a key, some of them to people who have opted out. */
export async function sendCampaigns(traffic: Traffic): Promise<void> {
	await repeatWhileUp(traffic, CAMPAIGNS_EVERY, async () => await askForCampaign(traffic));
}

/** A batch of texts one by one. */
export async function askForOrders(traffic: Traffic): Promise<void> {
	await ask(traffic, newBatch(traffic, 'orders', ORDERS));
}

/** A batch of texts with keys. */
export async function askForCampaign(traffic: Traffic): Promise<void> {
	const batch = newBatch(traffic, 'campaigns', PEOPLE);
	const left = traffic.asked.said.filter(({ event }) => event === 'unsubscribe');
	const [who] = left.slice(-1 - (batch.items.length % 5));
	if (who !== undefined) {
		batch.items.push({ ...batch.items[0], to: who.phone, key: `${batch.id}-left` });
		batch.optedOut = new Set([who.phone]);
	}
	await ask(traffic, batch);
}

/** Asks for a batch, also for one more time. */
export async function ask({ world, asked }: Traffic, batch: Batch): Promise<void> {
	if (!asked.batches.includes(batch)) asked.batches.push(batch);
	batch.posts.push(await postItems(world.urls[batch.kind], batch.items));
}

function newBatch({ asked }: Traffic, kind: Batch['kind'], count: number): Batch {
	const id = `${kind}-${asked.batches.length}`;
	const first = asked.batches.length * PEOPLE;
	const items = Array.from({ length: count }, (_, index) => ({
		ask: id,
		to: `+1202${5_600_000 + ((first + index) % PHONES)}`,
		body: `Text ${index} of ${id} is for you.`,
		key: `${id}-${index}`,
	}));
	return { id, kind, items, optedOut: new Set(), posts: [] };
}
