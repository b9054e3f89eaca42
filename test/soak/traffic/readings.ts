import type { Reading } from '../asked';
import { postItems, repeatWhileUp, type Traffic } from './traffic';

const EVERY = 12_000; // ms

/** Reads all lists and all contacts. */
export async function readAll(traffic: Traffic): Promise<void> {
	await repeatWhileUp(traffic, EVERY, async () => {
		const { world, asked } = traffic;
		const id = `readings-${asked.readings.length}`;
		const reading: Reading = { id, contacts: world.sandbox.status().contacts, posts: [] };
		asked.readings.push(reading);
		reading.posts.push(await postItems(world.urls.readings, [{ ask: id }]));
	});
}
