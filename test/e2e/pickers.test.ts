import { useWorld } from './world';

const COUNT = 250;
const world = useWorld();

/** What one of `COUNT` things of a kind is made of. */
const kinds = {
	offers: (name: string) => ({ name, tracking_url: 'https://go.example.net/c?o=77' }),
	creatives: (name: string) => ({
		name,
		message: 'Tea is ready {{link1}}',
		offer_links: [{ key: 'link1', offer_id: 'offer_123' }],
	}),
	audiences: (name: string) => ({
		name,
		filter: {
			operator: 'AND',
			conditions: [{ condition_type: 'count', field: 'click_count', operator: 'gte', value: 1 }],
		},
	}),
	schedules: (name: string) => ({
		name,
		send_type: 'automated',
		audiences: ['aud_gold'],
		is_repeating: false,
		send_date: '2030-05-04T00:00:00Z',
		send_time: '18:00',
	}),
};

const nameOf = (index: number) => `Number ${String(index).padStart(3, '0')}`;

/** Asks as the editor does when the picker is opened, scrolled or typed into. */
async function search(method: string, extra: { filter?: string; paginationToken?: string } = {}) {
	const { n8n, credential } = world();
	return await n8n.searchList({
		type: 'n8n-nodes-trackly.trackly',
		typeVersion: 1,
		path: 'parameters.picked',
		method,
		parameters: {},
		credential,
		...extra,
	});
}

/** All entries, scrolled to the end. */
async function scroll(method: string) {
	let pages = 0;
	const values: unknown[] = [];
	let paginationToken: string | undefined;
	do {
		const page = await search(method, { paginationToken });
		values.push(...page.results.map(({ value }) => value));
		paginationToken = page.paginationToken as string | undefined;
		pages++;
	} while (paginationToken !== undefined);
	return { pages, values };
}

describe.each([
	['offers', 'searchOffers', 3],
	['creatives', 'searchCreatives', 3],
	['audiences', 'searchAudiences', 3],
	['schedules', 'searchSchedules', 1],
] as const)('the picker of %s, with 250 of them', (kind, method, pages) => {
	let ids: string[];

	beforeAll(async () => {
		const { apiUrl, apiKey } = world().sandbox;
		const call = async (verb: string, path: string, body?: object) => {
			const answer = await fetch(`${apiUrl}/${kind}${path}`, {
				method: verb,
				headers: { 'X-Api-Key': apiKey, 'Content-Type': 'application/json' },
				body: body && JSON.stringify(body),
			});
			const json = (await answer.json()) as Record<string, { id?: string | number }>;
			if (!answer.ok) throw new Error(JSON.stringify(json));
			return String((json[kind.slice(0, -1)] ?? json).id);
		};
		ids = [];
		for (let index = 0; index < COUNT; index++) {
			ids.push(await call('POST', '', kinds[kind](nameOf(index))));
		}
		await call('DELETE', `/${ids[7]}`);
	});

	it('shows them all, page by page, each once, without the archived one', async () => {
		const seen = await scroll(method);
		expect(seen.pages).toBe(pages);
		expect(seen.values).toEqual([...new Set(seen.values)]);
		expect(seen.values).toEqual(expect.arrayContaining(ids.filter((_, index) => index !== 7)));
		expect(seen.values).not.toContain(ids[7]);
	});

	it.each([0, 120, 249])('finds number %d by its name and by its id', async (index) => {
		for (const filter of [nameOf(index).toUpperCase(), ids[index]]) {
			const { results, paginationToken } = await search(method, { filter });
			expect(results.map(({ value }) => value)).toEqual([ids[index]]);
			expect(results[0].name).toContain(nameOf(index));
			expect(paginationToken).toBeUndefined();
		}
	});

	it('finds nothing where there is nothing', async () => {
		expect((await search(method, { filter: 'no such thing' })).results).toEqual([]);
	});
});
