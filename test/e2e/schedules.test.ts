import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { nodeError, nodeOutput } from '../../host/n8n';
import { manualWorkflow, trackly, useWorld } from './world';

const world = useWorld();

const FRIDAY = '66b0c7a3e19a3f7708d5b1e2';
const REGULARS = '66b0c61fe19a3f7708d5b1c9';
const byId = (value: string) => ({ __rl: true, mode: 'id', value });
const rows = (...all: INodeParameters[]) => ({ rows: all });
const linkTo = (offer: string) => rows({ key: 'link1', offerId: byId(offer) });

interface Settings extends IDataObject {
	timezone?: string;
}

/** Runs one operation on one item. */
async function run(parameters: INodeParameters, item: IDataObject = {}, settings: Settings = {}) {
	const { n8n } = world();
	const workflow = manualWorkflow([item], trackly(world(), parameters));
	const id = await n8n.importWorkflow({
		...workflow,
		settings: { ...workflow.settings, ...settings },
	});
	const execution = await n8n.waitForExecution(await n8n.run(id));
	const error = nodeError(execution, 'Trackly');
	return {
		error,
		items: error ? [] : nodeOutput(execution, 'Trackly').map(({ json }) => json),
	};
}

/** What `run` gives when nothing went wrong. */
async function good(...args: Parameters<typeof run>): Promise<IDataObject[]> {
	const { error, items } = await run(...args);
	expect(error).toBeUndefined();
	return items;
}

const schedule = (operation: string, parameters: INodeParameters = {}) => ({
	resource: 'schedule',
	operation,
	...parameters,
});
const onIt = (operation: string, id: string, parameters: INodeParameters = {}) =>
	schedule(operation, { scheduleId: byId(id), ...parameters });

describe('a schedule in a real n8n', () => {
	beforeEach(() => world().sandbox.reset());

	it('is created, read, changed, switched on, and texts its audience once by the percents', async () => {
		const { sandbox } = world();
		const [made] = await good(
			schedule('create', {
				name: 'Sampler launch',
				sendDate: '2026-05-04T00:00:00',
				sendTime: '18:00',
				audiences: [REGULARS, 'aud_gold'],
				blasts: rows(
					{ message: 'Short {{link1}}', percentAudience: 75, offerLinks: linkTo('offer_123') },
					{ message: 'Long', percentAudience: 25, variantName: 'Long' },
				),
				additionalFields: { skipWithinHours: 0 },
			}),
		);
		const id = made.id as string;
		expect(made).toMatchObject({ status: 'draft', send_date: '2026-05-04T00:00:00Z' });

		const [changed] = await good(
			onIt('update', id, { updateFields: { name: 'Launch', sendDate: '={{ $json.send_date }}' } }),
			made,
		);
		expect(changed).toMatchObject({ name: 'Launch', send_date: '2026-05-04T00:00:00Z' });
		expect(await good(onIt('get', id))).toMatchObject([{ id, name: 'Launch', status: 'draft' }]);
		const drafts = await good(
			schedule('getAll', { returnAll: true, filters: { status: 'draft' } }),
		);
		expect(drafts.map((draft) => draft.id)).toEqual([id]);
		await sandbox.whenIdle();
		expect(sandbox.journal().texts()).toEqual([]);

		expect(await good(onIt('setStatus', id, { status: 'on' }))).toMatchObject([{ status: 'on' }]);
		await sandbox.whenIdle();
		const texts = sandbox.journal().texts();
		expect(new Set(texts.map(({ phone }) => phone)).size).toBe(4);
		expect(texts.map(({ text }) => text.split(' ')[0]).sort()).toEqual([
			'Long',
			'Short',
			'Short',
			'Short',
		]);
	});

	it('is archived, and brought back as a draft', async () => {
		expect(await good(onIt('archive', FRIDAY))).toEqual([{ id: FRIDAY, archived: true }]);
		expect(await good(schedule('getAll', { returnAll: true }))).toEqual([]);
		expect(await good(onIt('setStatus', FRIDAY, { status: 'restore' }))).toMatchObject([
			{ id: FRIDAY, status: 'draft' },
		]);
	});

	it.each(['America/Los_Angeles', 'Asia/Tokyo'])(
		'repeats on the days that were picked, in a workflow of %s',
		async (timezone) => {
			const [made] = await good(
				schedule('create', {
					name: 'Friday tasting',
					sendType: 'automated',
					isRepeating: true,
					startDate: '2026-04-01',
					endDate: '2026-06-30T00:00:00',
					daysOfWeek: ['friday'],
					sendTime: '17:15',
					audiences: `={{ "${REGULARS}" }}`,
				}),
				{},
				{ timezone },
			);
			expect(made).toMatchObject({
				status: 'draft',
				start_date: '2026-04-01T00:00:00Z',
				end_date: '2026-06-30T00:00:00Z',
				days_of_week: { thursday: false, friday: true },
				automated_percent: 100,
			});
		},
	);

	it('says what is wrong before any request, and what Trackly says', async () => {
		const { sandbox } = world();
		const bad = await run(
			onIt('update', FRIDAY, {
				updateFields: { blasts: rows({ message: 'a', percentAudience: 99 }) },
			}),
		);
		expect(bad.error?.message).toContain('Variants: the percentages add up to 99, not to 100');
		expect(sandbox.journal().requests()).toEqual([]);

		const refused = await run(onIt('update', FRIDAY, { updateFields: { isRepeating: false } }));
		expect(refused.error?.message).toContain('(missing_send_date)');
		expect(refused.error?.description).toContain('Enter the day to send on');
	});
});

describe('the pickers', () => {
	beforeAll(() => world().sandbox.reset());

	const pickerOf = (path: string, method: string) => ({
		type: 'n8n-nodes-trackly.trackly',
		typeVersion: 1,
		path,
		method,
		parameters: { resource: 'schedule', operation: 'create' },
		credential: world().credential,
	});

	it('find a schedule by a part of its name', async () => {
		const request = pickerOf('parameters.scheduleId', 'searchSchedules');
		const { results } = await world().n8n.searchList({ ...request, filter: 'tasting' });
		expect(results).toEqual([
			expect.objectContaining({ name: 'Friday tasting – off, blast, Fri 17:15', value: FRIDAY }),
		]);
		expect((await world().n8n.searchList({ ...request, filter: 'x' })).results).toEqual([]);
	});

	it('offer the active audiences', async () => {
		const options = await world().n8n.loadOptions(
			pickerOf('parameters.audiences', 'getAudienceOptions'),
		);
		expect(options).toContainEqual(
			expect.objectContaining({ name: 'Club regulars (3 contacts)', value: REGULARS }),
		);
		expect(options).toHaveLength(2);
	});

	it('find an offer for a link of a variant', async () => {
		const path = 'parameters.blasts.rows[0].offerLinks.rows[0].offerId';
		const { results } = await world().n8n.searchList(pickerOf(path, 'searchOffers'));
		expect(results.map(({ value }) => value)).toContain('offer_123');
	});
});

describe('creatives and offers in a real n8n', () => {
	beforeAll(() => world().sandbox.reset());

	const text = 'The sampler is here {{link1}}';

	it('creates, changes and estimates a creative', async () => {
		const creative = { resource: 'creative' };
		const [made] = await good({
			...creative,
			operation: 'create',
			name: 'Invite',
			message: text,
			offerLinks: linkTo('offer_123'),
		});
		expect(made).toMatchObject({ name: 'Invite', message: text, segment_count: 1 });
		const [changed] = await good({
			...creative,
			operation: 'update',
			creativeId: byId(String(made.id)),
			updateFields: { status: 'paused' },
		});
		expect(changed).toMatchObject({ id: made.id, status: 'paused' });
		const [estimated] = await good({ ...creative, operation: 'estimate', message: text });
		const { character_count, segment_count } = made;
		expect(estimated).toMatchObject({ links: 1, character_count, segment_count });
	});

	it('changes an offer, and adds to its metadata', async () => {
		const [changed] = await good({
			resource: 'offer',
			operation: 'update',
			offerId: byId('offer_123'),
			updateFields: { payout: 2.5, metadata: rows({ key: 'season', value: 'spring' }) },
		});
		expect(changed).toMatchObject({
			id: 'offer_123',
			payout: 2.5,
			metadata: { season: 'spring' },
		});
	});
});
