import type { ZodTypeAny } from 'zod';

import * as schemas from '../../../nodes/Trackly/api/contract.generated/schemas';

/** What is wrong with a value, and where in it. */
function wrongWith(schema: ZodTypeAny, value: object): string[] {
	const { error } = schema.safeParse(value);
	return error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? [];
}

const to = '+12025550117';
const list_number = '+18005550142';
const message = { to, list_number, body: 'Hi' };
const contact = { phone_number: to, list_number };
const creative = {
	name: 'Spring',
	message: 'Look: {{link1}}',
	offer_links: [{ key: 'link1', offer_id: 'offer_1' }],
};
const withLink = (more: object) => ({
	...creative,
	offer_links: [{ ...creative.offer_links[0], ...more }],
});
const revenue = { message_id: 'q7Rk2mXa', revenue: 0, attribution_type: 'sale' };
const day = '2026-03-02T00:00:00Z';
const schedule = {
	name: 'Weekly',
	send_type: 'blast',
	audiences: ['aud_1'],
	is_repeating: false,
	send_time: '18:00',
	send_date: day,
};

describe('what may be sent', () => {
	it.each<[string, ZodTypeAny, object]>([
		['the longest text', schemas.SendMessageRequest, { ...message, body: 'x'.repeat(1_600) }],
		[
			'custom fields of each kind',
			schemas.ContactUpsert,
			{ ...contact, custom_fields: { tea: 'Assam', cups: 3, member: false } },
		],
		['the longest name', schemas.CreativeCreate, { ...creative, name: 'x'.repeat(255) }],
		[
			'URL parameters of each kind',
			schemas.CreativeCreate,
			withLink({ url_params: { source: 'sms', step: 2, test: true } }),
		],
		['a two-digit placeholder', schemas.CreativeCreate, withLink({ key: 'link10' })],
		['no revenue', schemas.RevenueRecord, revenue],
		['the first minute', schemas.ScheduleCreate, { ...schedule, send_time: '00:00' }],
		['the last minute', schemas.ScheduleCreate, { ...schedule, send_time: '23:59' }],
		['no automated part', schemas.ScheduleCreate, { ...schedule, automated_percent: 0 }],
		['all automated', schemas.ScheduleCreate, { ...schedule, automated_percent: 100 }],
		['a web address in capitals', schemas.LinkShorten, { url: 'HTTPS://example.com' }],
	])('%s', (_name, schema, value) => {
		expect(wrongWith(schema, value)).toEqual([]);
	});
});

describe('what may not be sent, and why', () => {
	it.each<[ZodTypeAny, object, string]>([
		[
			schemas.SendMessageRequest,
			{ ...message, body: 'x'.repeat(1_601) },
			'body: has 1,601 characters, but at most 1,600 are allowed',
		],
		[
			schemas.SendMessageRequest,
			{ ...message, to: '2025550117' },
			'to: must be an E.164 number, e.g. +12025550117',
		],
		[
			schemas.ContactUpsert,
			{ ...contact, custom_fields: { tea: ['Assam'] } },
			'custom_fields.tea: may hold only texts, numbers and booleans',
		],
		[
			schemas.CreativeCreate,
			{ ...creative, name: 'x'.repeat(256) },
			'name: may have at most 255 characters',
		],
		[
			schemas.CreativeCreate,
			{ ...creative, offer_links: [] },
			'offer_links: needs at least one entry',
		],
		[
			schemas.CreativeCreate,
			withLink({ url_params: { source: null } }),
			'offer_links.0.url_params.source: may hold only texts, numbers and booleans',
		],
		...['link', 'link1 ', 'alink1', 'Link1'].map((key): [ZodTypeAny, object, string] => [
			schemas.CreativeCreate,
			withLink({ key }),
			'offer_links.0.key: may name only placeholders such as link1',
		]),
		...['', 'offer 1', '..', '-', ' 1'].map((offer_id): [ZodTypeAny, object, string] => [
			schemas.CreativeCreate,
			withLink({ offer_id }),
			'offer_links.0.offer_id: is not an ID, because it contains a space',
		]),
		[
			schemas.OfferCreate,
			{ name: 'Tea', tracking_url: 'https://a.example', metadata: { season: 1 } },
			'metadata.season: may hold only texts',
		],
		[
			schemas.RevenueRecord,
			{ ...revenue, revenue: -0.01 },
			'revenue: must be 0 or more; refunds cannot be recorded',
		],
		...['Sale', '', null].map((attribution_type): [ZodTypeAny, object, string] => [
			schemas.RevenueRecord,
			{ ...revenue, attribution_type },
			'attribution_type: must be sale, click or send',
		]),
		...['24:00', '7:15', '23:60', '17:15:00'].map((send_time): [ZodTypeAny, object, string] => [
			schemas.ScheduleCreate,
			{ ...schedule, send_time },
			'send_time: must be a time of day from 00:00 to 23:59, e.g. 17:15',
		]),
		[
			schemas.ScheduleCreate,
			{ ...schedule, send_date: '2026-03-02T16:20:00Z' },
			'send_date: must be a day',
		],
		[
			schemas.ScheduleCreate,
			{ ...schedule, automated_percent: 100.5 },
			'automated_percent: must be 100 or less',
		],
		[
			schemas.ScheduleCreate,
			{ ...schedule, automated_percent: -1 },
			'automated_percent: must be 0 or more',
		],
		[schemas.ScheduleCreate, { ...schedule, audiences: [] }, 'audiences: needs at least one entry'],
		[schemas.LinkShorten, { url: 'ftp://example.com' }, 'url: must begin with http:// or https://'],
	])('%#', (schema, value, wrong) => {
		expect(wrongWith(schema, value)).toEqual([wrong]);
	});
});
