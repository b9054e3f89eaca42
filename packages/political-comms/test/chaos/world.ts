import type { Effect, Sandbox } from '../../sandbox';
import { ORG } from '../unit/sandbox/bench';
import { Client, type Data } from '../unit/sandbox/client';
import { CSV_URL, PICTURE_URL } from './sources';

/** Different things that the items of a scenario are about, at most. */
export const KINDS = 4;
/** What a scenario needs to be there before it begins. */
export type Needs = 'files' | 'lists' | 'projects' | 'scheduled' | 'media' | 'thread';

/** An account as a scenario finds it. A thing of one kind is named with its number after a `#`. */
export interface World {
	/** A list that projects may use. */
	listId: string;
	/** What the items are about, one for each kind. */
	refs: string[];
	/** Names of what is not listed by name: ids and phone numbers. */
	names: Map<string, string>;
}

/** Whom tests of a kind go to. */
export const testPhone = (kind: number) => `+1312555020${kind}`;

const SENDER = '+12025550142';
const CONTACT = '+12025550117'; // the first of the list
const LONGEST = 3_600_000;
const SOME_DAY = { scheduled_at: '2030-05-01T16:00:00Z', scheduled_timezone: 'America/Denver' };

/** Makes what a scenario needs. */
export async function makeWorld(sandbox: Sandbox, needs: Needs): Promise<World> {
	const client = new Client(sandbox);
	const world: World = {
		listId: '',
		refs: [],
		names: new Map(),
	};
	const list = async (name: string) =>
		idOf(
			await client.good('POST', '/contact-lists/import', {
				source_url: CSV_URL,
				list_name: name,
				phone_column: 'Mobile',
			}),
		);
	const project = async (name: string) =>
		idOf(
			await client.good('POST', '/projects', {
				organization_id: ORG,
				brand_id: 'brd_3M8D',
				campaign_id: 'cmp_9T4X',
				phone_number_ids: ['num_5W1C'],
				name,
				protocol: 'sms',
				contact_list_ids: [world.listId],
				message_text: 'Can you join us?',
			}),
		);
	const scheduled = async (name: string, when: object) => {
		const id = await project(name);
		await client.good('POST', `/projects/${id}/schedule`, when);
		return id;
	};
	const media = async (name: string) =>
		idOf(await client.good('POST', '/media', { source_url: PICTURE_URL, name }));
	const makers: Record<Exclude<Needs, 'files' | 'thread'>, (name: string) => Promise<string>> = {
		lists: list,
		projects: project,
		scheduled: async (name) => await scheduled(name, SOME_DAY),
		media,
	};

	world.listId = await list('Everyone');
	await sandbox.whenIdle(LONGEST);
	if (needs === 'thread') {
		const now = { ...SOME_DAY, scheduled_at: '2026-01-01T16:00:00Z' };
		await scheduled('Talk', now);
		await sandbox.whenIdle(LONGEST);
		const { conversationId } = sandbox.answer(CONTACT, SENDER, 'Yes');
		world.refs = Array.from({ length: KINDS }, () => conversationId);
	} else if (needs !== 'files') {
		for (let kind = 0; kind < KINDS; kind++) {
			const id = await makers[needs](`Thing #${kind}`);
			world.refs.push(id);
			world.names.set(id, `#${kind}`);
		}
		await sandbox.whenIdle(LONGEST);
	}
	for (let kind = 0; kind < KINDS; kind++) world.names.set(testPhone(kind), `#${kind}`);
	return world;
}

/** Where what an effect made can be read. */
const ROUTES: Readonly<Record<string, string>> = {
	list_made: '/contact-lists',
	media_made: '/media',
	project_made: '/projects',
	project_copied: '/projects',
};

/** What the account calls what it made, and the texts that it sent, by id. */
export async function namesIn(
	sandbox: Sandbox,
	{ names }: World,
	effects: readonly Effect[],
): Promise<Map<string, string>> {
	const client = new Client(sandbox);
	const all = new Map(names);
	for (const { kind, id } of effects) {
		if (ROUTES[kind] === undefined) continue;
		const { name } = await client.good('GET', `${ROUTES[kind]}/${id}`);
		all.set(id, String(name));
	}
	for (const { messageId, phone, text } of sandbox.journal().texts()) {
		all.set(messageId, `${names.get(phone) ?? ''} ${text}`);
	}
	return all;
}

function idOf({ id }: Data): string {
	if (id === undefined) throw new Error('It has no id');
	return id;
}
