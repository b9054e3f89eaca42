import type { INodeParameters } from 'n8n-workflow';

import { useAccount } from '../kit/account';
import { shown, useNoJitter, type Changes } from '../kit/operation';
import { useProcessedStore } from '../kit/processedStore';
import { operationOf, useStub } from './trackly';

const account = useAccount();
useProcessedStore();
useNoJitter();

const FRIDAY = '66b0c7a3e19a3f7708d5b1e2';
const REGULARS = '66b0c61fe19a3f7708d5b1c9';

const schedules = (operation: string, parameters: INodeParameters = {}) =>
	operationOf(account, { resource: 'schedule', operation, ...parameters });
const picked = { scheduleId: { __rl: true, mode: 'id', value: '={{ $json.id }}' } };
const rows = (...all: INodeParameters[]) => ({ rows: all });
const linkTo = (key: string, value = 'offer_123') => ({
	key,
	offerId: { __rl: true, mode: 'id', value },
});

const create = schedules('create', {
	name: '={{ $json.name ?? "Sampler launch" }}',
	sendDate: '2090-05-04T00:00:00',
	sendTime: '18:00',
	audiences: [REGULARS],
	blasts: rows({ message: 'The sampler is out' }),
});
const get = schedules('get', picked);
const getAll = schedules('getAll', { returnAll: true });
const update = schedules('update', picked);
const archive = schedules('archive', picked);
const setStatus = schedules('setStatus', picked);

const repeating = {
	isRepeating: true,
	startDate: '2026-04-01T00:00:00',
	endDate: '2026-06-30T00:00:00',
	daysOfWeek: ['friday'],
};
const FRIDAYS = {
	monday: false,
	tuesday: false,
	wednesday: false,
	thursday: false,
	friday: true,
	saturday: false,
	sunday: false,
};

const requests = (operationId?: string) => account.sandbox().journal().requests(operationId);

/** The id of a new schedule. */
async function newSchedule(parameters: INodeParameters = {}): Promise<string> {
	const { items, error } = await create([{}], { parameters });
	expect(error).toBeUndefined();
	account.sandbox().journal().clear();
	return items[0].json.id as string;
}

describe('schedule: create', () => {
	it('gives the new schedule of each item, out of its wrapping, as a draft', async () => {
		const { items, error } = await create([{}, { name: 'Second launch' }]);
		expect(error).toBeUndefined();
		expect(items).toMatchObject([
			{
				json: { id: expect.any(String), name: 'Sampler launch', status: 'draft' },
				pairedItem: { item: 0 },
			},
			{ json: { name: 'Second launch', status: 'draft' }, pairedItem: { item: 1 } },
		]);
		expect(requests('createSchedule')[0].body).toEqual({
			name: 'Sampler launch',
			status: 'draft',
			send_type: 'blast',
			audiences: [REGULARS],
			is_repeating: false,
			send_date: '2090-05-04T00:00:00Z',
			send_time: '18:00',
			blasts: [{ message: 'The sampler is out', percent_audience: 100 }],
		});
	});

	it('sends variants with their links, pictures and shares', async () => {
		const { error } = await create([{}], {
			parameters: {
				blasts: rows(
					{
						message: 'Out now {{link1}}',
						percentAudience: 33.33,
						variantName: 'Short',
						offerLinks: rows({ ...linkTo('{{ link1 }}'), urlParams: '{"sub1":"club"}' }),
						mmsImageUrl: ' https://example.com/tin.jpg ',
					},
					{ message: 'Six teas in one tin', percentAudience: '={{ "33.33" }}' },
					{ message: 'This week only', percentAudience: 33.34 },
				),
			},
		});
		expect(error).toBeUndefined();
		expect(requests('createSchedule')[0].body).toMatchObject({
			blasts: [
				{
					message: 'Out now {{link1}}',
					percent_audience: 33.33,
					variant_name: 'Short',
					offer_links: [{ key: 'link1', offer_id: 'offer_123', url_params: { sub1: 'club' } }],
					mms_image_url: 'https://example.com/tin.jpg',
				},
				{ message: 'Six teas in one tin', percent_audience: 33.33 },
				{ message: 'This week only', percent_audience: 33.34 },
			],
		});
	});

	it('sends percents with two decimals', async () => {
		const parameters = {
			blasts: rows(
				{ message: 'One', percentAudience: '={{ 29.999999999999996 }}' },
				{ message: 'Two', percentAudience: '={{ 0.1 + 0.2 }}' },
				{ message: 'Three', percentAudience: 69.704 },
			),
		};
		const { error } = await create([{}], { parameters });
		expect(error).toBeUndefined();
		expect(requests('createSchedule')[0].body).toMatchObject({
			blasts: [30, 0.3, 69.7].map((percent_audience) => ({ percent_audience })),
		});
	});

	it('sends a repeating, automated schedule with all its details', async () => {
		const { error } = await create([{}], {
			parameters: {
				...repeating,
				sendType: 'automated',
				automatedPercent: 80,
				sendTime: '9:05',
				audiences: `={{ "${REGULARS}, aud_gold" }}`,
				additionalFields: {
					filterBots: true,
					isMms: true,
					skipWithinHours: 0,
					sourceLists: [7],
					status: 'off',
					useLocalTime: true,
				},
			},
		});
		expect(error).toBeUndefined();
		expect(requests('createSchedule')[0].body).toEqual({
			name: 'Sampler launch',
			status: 'off',
			send_type: 'automated',
			source_lists: [7],
			audiences: [REGULARS, 'aud_gold'],
			is_repeating: true,
			send_time: '09:05',
			start_date: '2026-04-01T00:00:00Z',
			end_date: '2026-06-30T00:00:00Z',
			days_of_week: FRIDAYS,
			skip_within_hours: 0,
			use_local_time: true,
			filter_bots: true,
			is_mms: true,
			automated_percent: 80,
		});
	});

	it('sends what the timing and the send type use, also when expressions choose them', async () => {
		const { error } = await create([{ again: true, type: 'automated' }, { type: 'blast' }], {
			parameters: {
				...repeating,
				isRepeating: '={{ $json.again ?? false }}',
				sendType: '={{ $json.type }}',
			},
		});
		expect(error).toBeUndefined();
		const [automated, blast] = requests('createSchedule').map(({ body }) =>
			Object.keys(body as object),
		);
		const common = ['name', 'status', 'send_type', 'audiences', 'is_repeating', 'send_time'];
		expect(automated.sort()).toEqual(
			[...common, 'start_date', 'end_date', 'days_of_week', 'automated_percent'].sort(),
		);
		expect(blast.sort()).toEqual([...common, 'send_date', 'blasts'].sort());
	});

	it.each(['America/Los_Angeles', 'UTC', 'Asia/Tokyo'])(
		'sends the day that was picked, in a workflow of %s',
		async (timezone) => {
			const days = async (parameters: INodeParameters) => {
				const { error } = await create([{}], { parameters, timezone });
				expect(error).toBeUndefined();
				return requests('createSchedule').at(-1)!.body as Record<string, unknown>;
			};
			for (const sendDate of [
				'2090-05-04',
				'2090-05-04T00:00:00',
				'2090-05-04T23:59:59',
				'2090-05-04T00:00:00Z',
				'={{ DateTime.fromISO("2090-05-04T22:30", { zone: $now.zoneName }) }}',
				'={{ DateTime.fromISO("2090-05-04T22:30", { zone: $now.zoneName }).toUTC().toISO() }}',
			]) {
				const { send_date } = await days({ sendDate });
				expect([sendDate, send_date]).toEqual([sendDate, '2090-05-04T00:00:00Z']);
			}
			expect(await days(repeating)).toMatchObject({
				start_date: '2026-04-01T00:00:00Z',
				end_date: '2026-06-30T00:00:00Z',
			});
		},
	);

	const variants = (...all: INodeParameters[]) => ({ blasts: rows(...all) });
	const text = { message: 'Out now' };

	it.each<[what: string, parameters: INodeParameters, code: string, message: string]>([
		['no name', { name: '={{ "" }}' }, 'missing_name', '"Name" is empty'],
		['a name of 256 characters', { name: 'x'.repeat(256) }, 'invalid_name', '"Name" must have at'],
		['no send type', { sendType: '={{ "" }}' }, 'missing_send_type', '"Send Type" is empty'],
		['another send type', { sendType: '={{ "x" }}' }, 'invalid_send_type', '"Send Type" '],
		['no timing', { isRepeating: '={{ "" }}' }, 'missing_is_repeating', '"Repeating" is empty'],
		['no send time', { sendTime: '={{ "" }}' }, 'missing_send_time', '"Send Time" is empty'],
		['25 o’clock', { sendTime: '25:00' }, 'invalid_send_time', '"Send Time" must be a time of day'],
		['no send date', { sendDate: '={{ "" }}' }, 'missing_send_date', '"Send Date" is empty'],
		['no date', { sendDate: 'soon' }, 'invalid_date', '"Send Date" is not a valid date'],
		[
			'no audience',
			{ audiences: '={{ [] }}' },
			'missing_audiences',
			'"Audience Names or IDs" is em',
		],
		[
			'an audience with a blank',
			{ audiences: '={{ ["aud_gold", "aud 1"] }}' },
			'invalid_audience_id',
			'Audience Names or IDs: entry 2 is not an ID',
		],
		[
			'no start date',
			{ ...repeating, startDate: '={{ "" }}' },
			'missing_start_date',
			'"Start Date" is empty',
		],
		[
			'no end date',
			{ ...repeating, endDate: '={{ "" }}' },
			'missing_end_date',
			'"End Date" is empty',
		],
		[
			'no weekday',
			{ ...repeating, daysOfWeek: '={{ [] }}' },
			'no_days_selected',
			'"Days of Week" is empty',
		],
		[
			'a time for a day',
			{ sendDate: '={{ "17:15" }}' },
			'invalid_date',
			'"Send Date" is not a valid date',
		],
		[
			'a weekday that is none',
			{ ...repeating, daysOfWeek: '={{ ["friday", "freitag"] }}' },
			'invalid_days_of_week',
			'Days of Week: entry 2 is not a day of the week',
		],
		[
			'a range that is turned around',
			{ ...repeating, startDate: '2026-07-01' },
			'invalid_end_date',
			'"End Date" is before "Start Date"',
		],
		['no variant', variants(), 'missing_blasts', '"Variants" is empty'],
		[
			'percents that sum to 99',
			variants({ ...text, percentAudience: 69 }, { ...text, percentAudience: 30 }),
			'invalid_blast_percent',
			'Variants: the percentages add up to 99, not to 100',
		],
		[
			'thirds, which sum to 99.99 with two decimals',
			variants(...[1, 2, 3].map(() => ({ ...text, percentAudience: '={{ 100 / 3 }}' }))),
			'invalid_blast_percent',
			'Variants: the percentages add up to 99.99, not to 100',
		],
		[
			'percents of which one is negative',
			variants({ ...text, percentAudience: 110 }, { ...text, percentAudience: -10 }),
			'invalid_blasts',
			'Variants: entry 1 must be 100 or less',
		],
		[
			'a variant without a percent',
			variants(text, { ...text, percentAudience: '={{ "" }}' }),
			'invalid_blast_percent',
			'"Variant 2 > Percent of Audience" is empty',
		],
		[
			'a variant without a text',
			variants({ ...text, percentAudience: 50 }, { message: '={{ "" }}', percentAudience: 50 }),
			'missing_blast_message',
			'"Variant 2 > Text" is empty',
		],
		[
			'a text above 1,600 characters',
			variants({ message: 'x'.repeat(1_601) }),
			'invalid_blasts',
			'Variants: entry 1 has 1,601 characters',
		],
		[
			'a placeholder that leads nowhere',
			variants({ message: 'Out {{link1}} {{link2}}', offerLinks: rows(linkTo('link1')) }),
			'missing_offer_links_for_placeholders',
			'"Variant 1 > Offer Links" has no entry for link2',
		],
		[
			'a link whose placeholder is not in the text',
			variants({ message: 'Out {{link1}}', offerLinks: rows(linkTo('link1'), linkTo('link2')) }),
			'invalid_offer_links',
			'"Variant 1 > Offer Links" has an entry for link2, but the text has no {{link2}}',
		],
		[
			'two links for one placeholder',
			variants({ message: 'Out {{link1}}', offerLinks: rows(linkTo('link1'), linkTo('link1')) }),
			'invalid_offer_links',
			'"Variant 1 > Offer Links" has more than one entry for link1',
		],
		[
			'a link without an offer',
			variants({ message: 'Out {{link1}}', offerLinks: rows(linkTo('link1', '')) }),
			'missing_offer_id',
			'"Offer" is empty',
		],
		[
			'hours below 0',
			{ additionalFields: { skipWithinHours: -1 } },
			'invalid_skip_within_hours',
			'"Skip Within Hours" must be 0 or more',
		],
		[
			'a state it cannot begin in',
			{ additionalFields: { status: '={{ "complete" }}' } },
			'invalid_status',
			'"Status" ',
		],
	])('refuses %s before any request', async (_, parameters, code, message) => {
		const { error } = await create([{}], { parameters });
		expect(shown(error)).toContain(message);
		expect(error?.message).toContain('[item 0]');
		expect(error?.description).toEqual(expect.any(String));
		expect(requests()).toEqual([]);

		const { items } = await create([{}], {
			parameters,
			settings: { onError: 'continueRegularOutput' },
		});
		expect(items[0].json).toMatchObject({ status: 'rejected', code });
	});

	it('says what to do about an audience that Trackly does not know', async () => {
		const { error } = await create([{}], { parameters: { audiences: ['aud_none'] } });
		expect(shown(error)).toContain('(audience_not_found) [item 0]');
		expect(error?.description).toContain('Select audiences');
	});

	it('is a draft where an expression gives no state', async () => {
		const { items } = await create([{}], {
			parameters: { additionalFields: { status: '={{ $json.status }}' } },
		});
		expect(items[0].json).toMatchObject({ status: 'draft' });
		expect(requests('createSchedule')[0].body).toMatchObject({ status: 'draft' });
	});

	it('is made once for an idempotency key, which keeps audiences from being texted twice', async () => {
		const parameters = { safeguards: { idempotencyKey: '={{ $json.campaign }}' } };
		const statuses = async () =>
			(await create([{ campaign: 'may' }], { parameters })).items.map(({ json }) => json.status);
		expect([await statuses(), await statuses()]).toEqual([['draft'], ['skipped']]);
		expect(requests('createSchedule')).toHaveLength(1);
	});

	it('is never repeated after a lost answer, which would make two', async () => {
		account.sandbox().addFault({ kind: 'drop_after', operationId: 'createSchedule', count: 1 });
		const { error } = await create([{}]);
		expect(shown(error)).toContain('(outcome_unknown) [item 0]');
		expect(requests('createSchedule')).toHaveLength(1);
	});
});

describe('schedule: get and get many', () => {
	it('gets a schedule by its id', async () => {
		const { items } = await get([{ id: ` ${FRIDAY} ` }]);
		expect(items).toMatchObject([
			{ json: { id: FRIDAY, name: 'Friday tasting', status: 'off' }, pairedItem: { item: 0 } },
		]);
	});

	it('gets all of them, and those in one state', async () => {
		const id = await newSchedule();
		const ids = async (filters = {}) =>
			(await getAll([{}], { parameters: { filters } })).items.map(({ json }) => json.id);
		expect((await ids()).sort()).toEqual([id, FRIDAY].sort());
		expect(await ids({ status: 'draft' })).toEqual([id]);
		expect(await ids({ status: 'on' })).toEqual([]);
		await archive([{ id }]);
		expect(await ids()).toEqual([FRIDAY]);
		expect(await ids({ status: 'archive' })).toEqual([id]);
	});
});

describe('schedule: update', () => {
	it('sends only the fields that were added', async () => {
		const { items, error } = await update([{ id: FRIDAY }], {
			parameters: { updateFields: { sendTime: '16:00', daysOfWeek: ['friday'] } },
		});
		expect(error).toBeUndefined();
		expect(requests('updateSchedule').map(({ body }) => body)).toEqual([
			{ send_time: '16:00', days_of_week: FRIDAYS },
		]);
		expect(items[0].json).toMatchObject({
			id: FRIDAY,
			name: 'Friday tasting',
			status: 'off',
			send_time: '16:00',
		});
	});

	it('makes a repeating schedule a one-time one, with other variants', async () => {
		const { items, error } = await update([{ id: FRIDAY }], {
			parameters: {
				updateFields: {
					isRepeating: false,
					sendDate: '2090-05-04',
					audiences: ['aud_gold'],
					blasts: rows({ message: 'One {{link1}}', offerLinks: rows(linkTo('link1')) }),
				},
			},
		});
		expect(error).toBeUndefined();
		expect(items[0].json).toMatchObject({
			is_repeating: false,
			send_date: '2090-05-04T00:00:00Z',
			audiences: ['aud_gold'],
			blasts: [{ message: 'One {{link1}}', percent_audience: 100 }],
		});
	});

	it.each<[what: string, fields: INodeParameters, message: string]>([
		['nothing', {}, '"Update Fields" is empty'],
		['an empty name', { name: '={{ "" }}' }, '"Name" is empty'],
		['an empty date', { sendTime: '18:00', sendDate: '={{ "" }}' }, '"Send Date" is empty'],
		['no weekday', { daysOfWeek: [] }, '"Days of Week" is empty'],
		['no audience', { audiences: [] }, '"Audience Names or IDs" is empty'],
		['no variant', { blasts: {} }, '"Variants" is empty'],
		[
			'percents that sum to 150',
			{
				blasts: rows({ message: 'a', percentAudience: 100 }, { message: 'b', percentAudience: 50 }),
			},
			'add up to 150, not to 100',
		],
		[
			'a range that is turned around',
			{ startDate: '2026-06-30', endDate: '2026-04-01' },
			'"End Date" is before "Start Date"',
		],
	])('refuses %s before any request', async (_, updateFields, message) => {
		const { error } = await update([{ id: FRIDAY }], { parameters: { updateFields } });
		expect(shown(error)).toContain(`${message}`);
		expect(error?.message).toContain('[item 0]');
		expect(error?.description).toEqual(expect.any(String));
		expect(requests()).toEqual([]);
	});

	it('leaves to Trackly what depends on the stored schedule', async () => {
		const { error } = await update([{ id: FRIDAY }], {
			parameters: { updateFields: { isRepeating: false } },
		});
		expect(shown(error)).toContain('(missing_send_date) [item 0]');
		expect(error?.description).toContain('Enter the day to send on');
	});
});

describe('schedule: set status, archive', () => {
	const to = (status: string): Changes => ({ parameters: { status } });

	it('switches on, off and back to a draft', async () => {
		for (const status of ['on', 'off', 'draft']) {
			const { items } = await setStatus([{ id: FRIDAY }], to(status));
			expect(items).toMatchObject([{ json: { id: FRIDAY, status }, pairedItem: { item: 0 } }]);
			expect(requests('updateSchedule').at(-1)!.body).toEqual({ status });
		}
	});

	it('restores an archived one as a draft, which it cannot be switched on from at once', async () => {
		const archived = await archive([{ id: FRIDAY }]);
		expect(archived.items).toMatchObject([{ json: { id: FRIDAY, archived: true } }]);
		const { error } = await setStatus([{ id: FRIDAY }], to('on'));
		expect(shown(error)).toContain('(invalid_status) [item 0]');
		const { items } = await setStatus([{ id: FRIDAY }], to('restore'));
		expect(items[0].json).toMatchObject({ id: FRIDAY, status: 'draft' });
	});

	it('says that a completed schedule cannot be changed', async () => {
		const id = await newSchedule({ sendDate: '2026-05-04' });
		await setStatus([{ id }], to('on'));
		const { error } = await setStatus([{ id }], to('off'));
		expect(shown(error)).toContain('(schedule_complete) [item 0]');
		expect(error?.description).toContain('Create a new one');
	});

	it('refuses a state that is none of the picker before any request', async () => {
		const { error } = await setStatus([{ id: FRIDAY }], to('={{ "paused" }}'));
		expect(shown(error)).toContain('"Status" ');
		expect(requests()).toEqual([]);
	});

	it('does so again after a lost answer: it does no harm', async () => {
		account.sandbox().addFault({ kind: 'drop_after', operationId: 'updateSchedule', count: 1 });
		const { items } = await setStatus([{ id: FRIDAY }], to('draft'));
		expect(items[0].json).toMatchObject({ status: 'draft' });
		expect(requests('updateSchedule')).toHaveLength(2);
	});
});

describe('an id', () => {
	const runs = { get, update, archive, setStatus };
	const changes = { parameters: { status: 'off', updateFields: { name: 'New' } } };

	it.each([
		['', '"Schedule" is empty'],
		['66b0 c7a3', '"Schedule" is not an ID'],
		['..', '"Schedule" is not an ID'],
	])('"%s" is refused before any request', async (id, message) => {
		for (const run of Object.values(runs)) {
			const { error } = await run([{ id }], changes);
			expect(shown(error)).toContain(message);
			expect(error?.description).toMatch(/Select the schedule/);
		}
		expect(requests()).toEqual([]);
	});

	it.each(Object.keys(runs))('that does not exist makes %s say so', async (name) => {
		const run = runs[name as keyof typeof runs];
		const { error } = await run([{ id: '66b0c7a3e19a3f7708d5b1ff' }], changes);
		expect(shown(error)).toContain('(not_found) [item 0]');
		expect(error?.description).toMatch(/Check the ID/);
	});
});

describe('an answer that comes', () => {
	const schedule = { id: 'sch_1', name: 'Tasting', status: 'draft' };
	const stub = useStub(() => ({ json: { success: true, schedule } }));

	const run = (operation: string) =>
		operationOf(stub, {
			resource: 'schedule',
			operation,
			scheduleId: { __rl: true, mode: 'id', value: 'sch_1' },
			updateFields: { name: 'Tasting' },
			status: 'draft',
			name: 'Tasting',
			sendDate: '2026-05-04',
			sendTime: '18:00',
			audiences: [REGULARS],
			blasts: rows({ message: 'Out now' }),
		})([{}]);

	it.each(['get', 'update', 'setStatus', 'create'])(
		'wrapped or flat is read alike by %s',
		async (operation) => {
			expect((await run(operation)).items.map(({ json }) => json)).toEqual([schedule]);
			stub.answer(() => ({ json: schedule }));
			expect((await run(operation)).items.map(({ json }) => json)).toEqual([schedule]);
		},
	);
});
