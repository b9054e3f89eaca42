import { until } from '../../host/poll';
import type { FaultInput } from '../../sandbox/trackly';
import { SOON } from '../e2e/soon';
import type { PlannedRestart } from './plan';
import { contactTexts } from './traffic/contacts';
import { askForCampaign, askForOrders } from './traffic/texts';
import type { Traffic } from './traffic/traffic';

const EVENTS = 6;

/**
 * What happens to the requests that are under way: an end in good order waits for them; one by killing
 * loses the response of the one and the whole of the other.
 */
const UNDER_WAY: Record<PlannedRestart['how'], readonly [bulk: FaultInput, single: FaultInput]> = {
	stopped: [
		{ kind: 'latency', latencyMs: 1_500 },
		{ kind: 'latency', latencyMs: 800 },
	],
	// Long enough for a busy machine to get from here to the kill.
	killed: [
		{ kind: 'latency', latencyMs: 8_000 },
		{ kind: 'drop_before', latencyMs: 8_000 },
	],
};

/** Ends n8n while texts are on their way to the account and events to n8n, and starts it again. */
export async function restart(traffic: Traffic, how: PlannedRestart['how']): Promise<void> {
	const { world, uptime } = traffic;
	const held = () =>
		world.sandbox
			.journal()
			.requests('sendMessagesBulk')
			.filter(({ fault }) => fault === 'latency').length;
	const heldBefore = held();
	await textsUnderWay(traffic, how);
	await eventsUnderWay(traffic);
	uptime.isUp = false;
	const from = Date.now();
	await (how === 'killed' ? world.n8n.kill() : world.n8n.stop());
	uptime.ends.push({ how, from, to: Date.now() });
	// What the account does of it later would look like the next execution's.
	await until('the end of the request under way', SOON, async () => {
		return held() > heldBefore || undefined;
	});
	await world.boot();
	uptime.isUp = true;
}

async function textsUnderWay(traffic: Traffic, how: PlannedRestart['how']): Promise<void> {
	const { sandbox } = traffic.world;
	// Others would come first.
	sandbox.clearFaults();
	const [bulk, single] = UNDER_WAY[how];
	const faults = [
		sandbox.addFault({ ...bulk, operationId: 'sendMessagesBulk', count: 1 }),
		sandbox.addFault({ ...single, operationId: 'sendMessage', count: 1 }),
	];
	await Promise.all([askForCampaign(traffic), askForOrders(traffic)]);
	await until('texts under way', SOON, async () => {
		const waiting = new Set(sandbox.listFaults().map(({ id }) => id));
		return faults.some(({ id }) => waiting.has(id)) ? undefined : true;
	});
}

/** Until n8n has just taken the first of them. */
async function eventsUnderWay(traffic: Traffic): Promise<void> {
	const accepted = () => traffic.world.sandbox.journal().summary().webhooks.accepted;
	const before = accepted();
	for (let count = 0; count < EVENTS; count++) contactTexts(traffic);
	const isTaken = async () => accepted() > before || undefined;
	await until('an event under way', SOON, isTaken, 1);
}
