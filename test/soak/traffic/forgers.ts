import { createHmac } from 'node:crypto';

import { LIST } from '../../kit/account';
import { FORGED, type Post } from '../asked';
import { linkTo } from './questions';
import { post, repeatWhileUp, type Traffic } from './traffic';

const EVERY = 9_000; // ms
const SIGNATURE = 'x-trackly-signature';

const sign = (body: string, secret: string) =>
	createHmac('sha256', secret).update(body).digest('hex');

/** Ways to say that a post comes from the account. */
const WAYS: ReadonlyArray<(body: string) => Record<string, string>> = [
	() => ({}),
	(body) => ({ [SIGNATURE]: sign(body, 'another secret') }),
	(body) => ({ [SIGNATURE]: `sha256=${sign(body, '')}` }),
	(body) => ({ [SIGNATURE]: Buffer.from(body).toString('base64') }),
];

/** Posts events that are not the account's, and presses buttons on pages with a changed signature. */
export async function forge(traffic: Traffic): Promise<void> {
	await repeatWhileUp(traffic, EVERY, async (round) => {
		const { asked, world } = traffic;
		const way = WAYS[round % WAYS.length];
		asked.forged.push(await postForgedEvent(world.urls.events, round, way));
		const open = asked.questions.find(({ closed, presses }) => !closed && presses.length === 0);
		const link = open && linkTo(world.sandbox.journal().texts(open.phone));
		if (link !== undefined) asked.forged.push(await pressForged(link));
	});
}

async function postForgedEvent(
	url: string,
	round: number,
	headersOf: (body: string) => Record<string, string>,
): Promise<Post> {
	const body = JSON.stringify({
		event: 'reply',
		phone_number: '+12025550111',
		list_number: LIST,
		body: `${FORGED} ${round}`,
		timestamp: new Date().toISOString(),
	});
	return await post(url, body, { 'content-type': 'application/json', ...headersOf(body) });
}

async function pressForged(link: string): Promise<Post> {
	const other = new URL(link);
	other.searchParams.set('signature', 'a'.repeat(64));
	return await post(other.href, new URLSearchParams({ approved: 'true' }));
}
