import type { INodeParameters } from 'n8n-workflow';

import { Trackly } from '../../nodes/Trackly/Trackly.node';
import { useAccount } from '../kit/account';
import { shown, useNoJitter } from '../kit/operation';
import { editorContext, operationOf, useStub } from './trackly';

const account = useAccount();
useNoJitter();

const creatives = (operation: string, parameters: INodeParameters = {}) =>
	operationOf(account, { resource: 'creative', operation, ...parameters });
const picked = { creativeId: { __rl: true, mode: 'id', value: '={{ $json.id }}' } };
const requests = (operationId: string) => account.sandbox().journal().requests(operationId);

let offer: string;
beforeEach(async () => {
	const create = operationOf(account, { resource: 'offer', operation: 'create' });
	const { items } = await create([{}], {
		parameters: { name: 'Spring sampler', trackingUrl: 'https://go.example.net/c?o=77' },
	});
	offer = items[0].json.id as string;
	account.sandbox().journal().clear();
});

const TEXT = 'Members first: the spring sampler is here {{link1}} Ships free until Sunday.';

const linkTo = (key: string, more: INodeParameters = {}) => ({
	key,
	offerId: { __rl: true, mode: 'id', value: '={{ $json.offer }}' },
	...more,
});

const create = creatives('create', {
	name: '={{ $json.name }}',
	message: '={{ $json.text }}',
	offerLinks: { rows: [linkTo('link1')] },
});
const get = creatives('get', picked);
const getAll = creatives('getAll', { returnAll: true });
const update = creatives('update', picked);
const archive = creatives('archive', picked);

/** A creative as an item for `create`. */
const item = (changes: Record<string, string> = {}) => ({
	name: 'Sampler invite',
	text: TEXT,
	offer,
	...changes,
});

/** Ids of new creatives with these names. */
async function creativesNamed(...names: string[]): Promise<number[]> {
	const { items } = await create(names.map((name) => item({ name })));
	account.sandbox().journal().clear();
	return items.map(({ json }) => json.id as number);
}

describe('creative: create', () => {
	it('gives the new creative, out of its wrapping', async () => {
		const { items, error } = await create([item(), item({ name: 'Second invite' })]);
		expect(error).toBeUndefined();
		expect(items).toMatchObject([
			{
				json: { id: expect.any(Number), name: 'Sampler invite', message: TEXT, status: 'active' },
				pairedItem: { item: 0 },
			},
			{ json: { name: 'Second invite' }, pairedItem: { item: 1 } },
		]);
		expect(requests('createCreative')[0].body).toEqual({
			name: 'Sampler invite',
			message: TEXT,
			offer_links: [{ key: 'link1', offer_id: offer }],
		});
	});

	it('sends several links, and reads their placeholders with braces too', async () => {
		const { error } = await create([item({ text: 'Tea {{link1}} or cups {{link2}}' })], {
			parameters: {
				offerLinks: {
					rows: [
						linkTo('{{ link1 }}', { urlParams: '{"sub1":"club"}' }),
						linkTo('link2', { url: 'https://example.com/cups' }),
					],
				},
				additionalFields: { status: 'paused', creativeType: 'one_time' },
			},
		});
		expect(error).toBeUndefined();
		expect(requests('createCreative')[0].body).toEqual({
			name: 'Sampler invite',
			message: 'Tea {{link1}} or cups {{link2}}',
			offer_links: [
				{ key: 'link1', offer_id: offer, url_params: { sub1: 'club' } },
				{ key: 'link2', offer_id: offer, url: 'https://example.com/cups' },
			],
			status: 'paused',
			creative_type: 'one_time',
		});
	});

	it.each([
		['no name', { name: '' }, '"Name" is empty'],
		['no text', { text: '' }, '"Text" is empty'],
		['a text above 1,600 characters', { text: `${'x'.repeat(1_600)} {{link1}}` }, '"Text" has 1,6'],
		['a text without a placeholder', { text: 'The sampler is here' }, '"Text" has no placeholder'],
		['a placeholder that leads nowhere', { text: '{{link1}} {{link2}}' }, 'no entry for link2'],
		['a link without an offer', { offer: '' }, '"Offer" is empty'],
	])('refuses %s before any request', async (_, changes, message) => {
		const { error } = await create([item(), item(changes as Record<string, string>)]);
		expect(shown(error)).toContain(message);
		expect(error?.message).toMatch(/\[item 1\]$/);
		expect(error?.description).toEqual(expect.any(String));
		expect(requests('createCreative')).toEqual([]);
	});

	it.each([
		[
			'whose placeholder is not in the text',
			'link2',
			'has an entry for link2, but the text has no',
		],
		['for a placeholder that has one', 'link1', 'has more than one entry for link1'],
	])('refuses a link %s before any request', async (_, key, message) => {
		const links = { rows: [linkTo('link1'), linkTo(key)] };
		for (const [run, parameters] of [
			[create, { offerLinks: links }],
			[update, { updateFields: { message: TEXT, offerLinks: links } }],
		] as const) {
			const { error } = await run([{ ...item(), id: 318 }], { parameters });
			expect(shown(error)).toContain(`"Offer Links" ${message}`);
			expect(error?.message).toContain('[item 0]');
			expect(error?.description).toMatch(/offer link/);
		}
		expect(account.sandbox().journal().requests()).toEqual([]);
	});

	it('refuses a creative without offer links before any request', async () => {
		const { error } = await create([item()], { parameters: { offerLinks: {} } });
		expect(shown(error)).toContain('"Offer Links" is empty [item 0]');
		expect(error?.description).toMatch(/offer link/);
		expect(requests('createCreative')).toEqual([]);
	});

	it('says what to do about an offer that Trackly does not know', async () => {
		const { error } = await create([item({ offer: '66b0c4d2e19a3f7708d5b1ff' })]);
		expect(shown(error)).toContain('(offer_not_found) [item 0]');
		expect(error?.description).toMatch(/Select the offer/);
	});

	it('is never repeated after a lost answer, which would make two', async () => {
		account.sandbox().addFault({ kind: 'drop_after', operationId: 'createCreative', count: 1 });
		const { error } = await create([item()]);
		expect(shown(error)).toContain('(outcome_unknown) [item 0]');
		expect(requests('createCreative')).toHaveLength(1);
	});
});

describe('creative: get, update, archive', () => {
	it('gets a creative by its id', async () => {
		const [id] = await creativesNamed('Sampler invite');
		const { items } = await get([{ id }]);
		expect(items).toMatchObject([{ json: { id, name: 'Sampler invite', message: TEXT } }]);
	});

	it('changes only what is given', async () => {
		const [id] = await creativesNamed('Sampler invite');
		const { items, error } = await update([{ id }], {
			parameters: { updateFields: { status: 'paused' } },
		});
		expect(error).toBeUndefined();
		expect(requests('updateCreative').map(({ body }) => body)).toEqual([{ status: 'paused' }]);
		expect(items[0].json).toMatchObject({ id, name: 'Sampler invite', status: 'paused' });
	});

	it('changes the text, with links that are stored or given', async () => {
		const [id] = await creativesNamed('Sampler invite');
		const stored = { message: 'Last day for the sampler {{link1}}' };
		expect(
			(await update([{ id }], { parameters: { updateFields: stored } })).error,
		).toBeUndefined();
		const given = {
			message: '={{ $json.text }}',
			offerLinks: { rows: [linkTo('link1'), linkTo('link2')] },
		};
		const { error } = await update([{ id, offer, text: 'Tea {{link1}}, cups {{link2}}' }], {
			parameters: { updateFields: given },
		});
		expect(error).toBeUndefined();
		expect(requests('updateCreative')[1].body).toEqual({
			message: 'Tea {{link1}}, cups {{link2}}',
			offer_links: [
				{ key: 'link1', offer_id: offer },
				{ key: 'link2', offer_id: offer },
			],
		});
	});

	it('refuses an update without values before any request', async () => {
		const { error } = await update([{ id: 318 }]);
		expect(shown(error)).toContain('"Update Fields" is empty [item 0]');
		expect(requests('updateCreative')).toEqual([]);
	});

	it('archives a creative', async () => {
		const [one, two] = await creativesNamed('One', 'Two');
		const { items } = await archive([{ id: one }]);
		expect(items).toMatchObject([{ json: { archived: true } }]);
		const left = (await getAll([{}])).items.map(({ json }) => json.id);
		expect(left).toContain(two);
		expect(left).not.toContain(one);
	});

	it.each(['get', 'update', 'archive'])('%s says so when there is no such one', async (name) => {
		const { error } = await { get, update, archive }[name]!([{ id: 999_999 }], {
			parameters: { updateFields: { name: 'Cups' } },
		});
		expect(shown(error)).toContain('(not_found) [item 0]');
		expect(error?.description).toMatch(/Check the ID/);
	});

	it('refuses an id with a blank in it before any request', async () => {
		const { error } = await archive([{ id: '3 18' }]);
		expect(shown(error)).toContain('"Creative" is not an ID');
		expect(error?.description).toMatch(/Select the creative/);
		expect(account.sandbox().journal().requests()).toEqual([]);
	});
});

describe('creative: get many, and the picker', () => {
	const names = Array.from({ length: 130 }, (_, index) => `Invite ${index}`);

	it('gets all of them, over as many pages as it takes', async () => {
		const ids = await creativesNamed(...names);
		const { items } = await getAll([{}]);
		expect(items.map(({ json }) => json.id)).toEqual(expect.arrayContaining(ids));
		expect(requests('listCreatives')).toHaveLength(2);
	});

	it('asks for one state and one type', async () => {
		const [id] = await creativesNamed('One');
		await update([{ id }], {
			parameters: { updateFields: { status: 'paused', creativeType: 'welcome' } },
		});
		const { items } = await getAll([{}], {
			parameters: { filters: { status: 'paused', creativeType: 'welcome' } },
		});
		expect(items.map(({ json }) => json.id)).toEqual([id]);
	});

	it('finds by a part of the name on any page', async () => {
		const ids = await creativesNamed(...names);
		const { results } = await new Trackly().methods.listSearch.searchCreatives.call(
			editorContext({ parameters: {}, credential: account.credential() }),
			'invite 129',
		);
		expect(results).toEqual([
			{ name: expect.stringMatching(/^Invite 129 – .*1 segment$/), value: String(ids[129]) },
		]);
	});
});

describe('creative: estimate', () => {
	const estimate = async (text: string, credential = {}) =>
		await operationOf(
			{ credential: () => credential },
			{ resource: 'creative', operation: 'estimate', message: '={{ $json.text }}' },
		)([{ text }]);

	it.each([
		['a text with one link', TEXT, 1, 124, 1],
		['a placeholder counts the same, however long its name', '{{link1}}{{link12}}', 2, 80, 1],
		['other placeholders as they stand', '{{first_name}}{{link1}}', 1, 71, 1],
		['exactly one segment', `${'x'.repeat(103)}{{link1}}`, 1, 160, 1],
		['one character more', `${'x'.repeat(104)}{{link1}}`, 1, 161, 2],
		['exactly two segments', `${'x'.repeat(249)}{{link1}}`, 1, 306, 2],
		['one character more than two', `${'x'.repeat(250)}{{link1}}`, 1, 307, 3],
		['no link', 'Hello', 0, 39, 1],
	])('%s', async (_, text, links, characters, segments) => {
		const { items, error } = await estimate(text);
		expect(error).toBeUndefined();
		expect(items[0].json).toEqual({
			message: text,
			links,
			character_count: characters,
			segment_count: segments,
			too_long: false,
		});
	});

	it.each([
		TEXT,
		`${'x'.repeat(103)}{{link1}}`,
		`${'x'.repeat(104)}{{link1}}`,
		`${'x'.repeat(250)}{{link1}}`,
		'Hi {{first_name}}, tea {{link1}} or cups {{link1}}',
		`Grüße 🍵 ${'ф'.repeat(90)}{{link1}}`,
		`Two\nlines [of] €uros ~ {{link1}}${' '.repeat(60)}`,
	])('agrees with the account on the length of %j', async (text) => {
		const { items } = await create([item({ text })]);
		account.sandbox().journal().clear();
		const own = (await estimate(text)).items[0].json;
		expect(items[0].json).toMatchObject({
			character_count: own.character_count,
			segment_count: own.segment_count,
		});
		expect(account.sandbox().journal().requests()).toEqual([]);
	});

	it('says when a text is too long', async () => {
		expect((await estimate('x'.repeat(1_601))).items[0].json.too_long).toBe(true);
	});

	it('refuses an empty text', async () => {
		const { error } = await estimate(' ');
		expect(shown(error)).toContain('"Text" is empty (its expression returned nothing) [item 0]');
	});
});

describe('an answer that comes flat', () => {
	const stub = useStub(() => ({ json: { id: 318, slug: 'cre_cups_4be07c', name: 'Cups' } }));

	it('is read like a wrapped one', async () => {
		const { items } = await operationOf(stub, {
			resource: 'creative',
			operation: 'update',
			creativeId: { __rl: true, mode: 'id', value: '318' },
			updateFields: { name: 'Cups' },
		})([{}]);
		expect(items[0].json).toEqual({ id: 318, slug: 'cre_cups_4be07c', name: 'Cups' });
	});
});
