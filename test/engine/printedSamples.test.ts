import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';

import { list } from '../kit/account';
import { useNoJitter } from '../kit/operation';
import { operationOf, useStub } from './trackly';

/**
 * Every sample of a request that the documentation prints (they are the examples of the contract)
 * leaves the node as it is printed: the same meaning, and the same form of its times.
 */
const stub = useStub(() => ({ json: {} }));
useNoJitter();

interface Call {
	operationId?: string;
	requestBody?: {
		content: { 'application/json': { examples?: Record<string, { value: IDataObject }> } };
	};
}
const contract = parse(
	readFileSync(resolve(__dirname, '../../contract/trackly-v2.openapi.yaml'), 'utf8'),
) as { paths: Record<string, Record<string, Call>> };

const printed = new Map<string, IDataObject>(
	Object.values(contract.paths)
		.flatMap((item) => Object.values(item))
		.flatMap(({ operationId, requestBody }) =>
			Object.entries(requestBody?.content['application/json'].examples ?? {}).map(
				([name, { value }]) => [`${operationId}/${name}`, value] as const,
			),
		),
);

/** The operation of the node that makes the call, with the sample's values as a user enters them. */
type Drive = [resource: string, operation: string, INodeParameters, items?: IDataObject[]];

const OFFER = '66b0c4d2e19a3f7708d5b1a4';
const AUDIENCE = '66b0c61fe19a3f7708d5b1c9';
const TO = '+12025550117';
const OTHER = '+13035550164';
const id = (value: string) => ({ __rl: true, mode: 'id', value });
const rows = (...all: INodeParameters[]) => ({ rows: all });
const listNumber = list();
const one = { listNumber, to: TO };
const columns = { mappingMode: 'autoMapInputData', value: null };
const fields = (values: Record<string, string | number | boolean>) => ({
	assignments: Object.entries(values).map(([name, value]) => ({
		id: name,
		name,
		type: typeof value,
		value,
	})),
});
const link = (key: string, offerId: string, more: INodeParameters = {}) => ({
	key,
	offerId: id(offerId),
	...more,
});

const DRIVES: Record<string, Drive> = {
	'sendMessage/plain': [
		'message',
		'send',
		{ ...one, body: 'Your tin of Assam ships today. Ref {{messageId}}' },
	],
	'sendMessage/personalised': [
		'message',
		'send',
		{
			...one,
			body: 'Hi {{first_name}}, your loyalty points: https://example.com/points',
			additionalFields: {
				wrapLinks: true,
				firstName: 'Noor',
				lastName: 'Haddad',
				timezone: 'America/Denver',
				customFields: '{"tier":"silver","points":240}',
				metadata: '{"workflow":"points-reminder","run":"1187"}',
			},
		},
	],
	'sendMessagesBulk/two': [
		'message',
		'sendMany',
		{ listNumber, columns },
		[TO, OTHER].map((to) => ({ to, body: 'Tasting night is on Friday at 7.' })),
	],
	'sendRawMessage/code': [
		'message',
		'sendRaw',
		{ ...one, body: 'Door code 5521', options: { skipDuplicateCheck: true } },
	],
	'sendRawMessagesBulk/one': [
		'message',
		'sendRawMany',
		{ listNumber, columns, options: { skipRateLimit: true } },
		[{ to: OTHER, body: 'Pickup slot 14 is open' }],
	],
	'upsertContact/signup': [
		'contact',
		'upsert',
		{
			listNumber,
			phoneNumber: TO,
			customFields: fields({ first_name: 'Noor', tier: 'silver', points: 240, paper_mail: false }),
			additionalFields: {
				useJourneys: true,
				signupDate: '2026-03-02T16:20:00Z',
				ipAddress: '198.51.100.24',
				url: 'https://example.com/club/join',
			},
		},
	],
	'updateContact/merge': [
		'contact',
		'update',
		{ listNumber, phoneNumber: TO, customFields: fields({ tier: 'gold' }) },
	],
	'updateContact/replace': [
		'contact',
		'update',
		{ listNumber, phoneNumber: TO, customFields: fields({ tier: 'gold' }), mode: 'replace' },
	],
	'unsubscribeContact/one': ['contact', 'unsubscribe', { listNumber, phoneNumber: TO }],
	'upsertContactsBulk/two': [
		'contact',
		'upsertMany',
		{ listNumber, columns },
		[
			{ phone_number: TO, custom_fields: { first_name: 'Noor' } },
			{ phone_number: OTHER, signup_date: '2026-02-14T09:00:00Z' },
		],
	],
	'createAudience/nested': [
		'audience',
		'create',
		{
			name: 'Quiet regulars',
			filterOperator: 'AND',
			filterConditions: rows({
				type: 'time',
				timeField: 'last_clicked_at',
				timeOperator: 'not_within',
				timeValue: 42,
				timeUnit: 'days',
			}),
			filterGroups: rows({
				operator: 'OR',
				conditions: rows(
					{ type: 'count', countField: 'click_count', countOperator: 'gte', countValue: 1 },
					{ type: 'time', timeField: 'last_sent_at', timeOperator: 'not_exists' },
				),
			}),
			additionalFields: {
				description: 'Bought before, silent for six weeks',
				sourceLists: [7],
			},
		},
	],
	'updateAudience/rename': [
		'audience',
		'update',
		{ audienceId: id(AUDIENCE), updateFields: { name: 'Quiet regulars (east)' } },
	],
	'updateAudience/newFilter': [
		'audience',
		'update',
		{
			audienceId: id(AUDIENCE),
			filterMode: 'json',
			filterJson: JSON.stringify({
				operator: 'AND',
				conditions: [{ conditionType: 'count', field: 'send_count', operator: 'eq', value: 0 }],
			}),
			updateFields: { sourceLists: [] },
		},
	],
	'createCreative/one': [
		'creative',
		'create',
		{
			name: 'Sampler invite',
			message: 'Members first: the spring sampler is here {{link1}} Ships free until Sunday.',
			offerLinks: rows(link('link1', OFFER, { urlParams: '{"sub1":"club"}' })),
			additionalFields: { creativeType: 'one_time' },
		},
	],
	'updateCreative/pause': [
		'creative',
		'update',
		{ creativeId: id('318'), updateFields: { status: 'paused' } },
	],
	'updateCreative/text': [
		'creative',
		'update',
		{
			creativeId: id('318'),
			updateFields: {
				message: 'Last day for the sampler {{link1}} or browse all teas {{link2}}',
				offerLinks: rows(
					link('link1', OFFER),
					link('link2', '66b0c4d2e19a3f7708d5b1a5', { url: 'https://example.com/teas' }),
				),
			},
		},
	],
	'createOffer/minimal': [
		'offer',
		'create',
		{ name: 'Spring sampler', trackingUrl: 'https://go.example.net/c?o=77' },
	],
	'createOffer/full': [
		'offer',
		'create',
		{
			name: 'Spring sampler',
			trackingUrl: 'https://go.example.net/c?o=77',
			additionalFields: {
				externalPlatform: 'everflow',
				externalId: '77',
				advertiserId: 'adv_12',
				payout: 1.2,
				payoutType: 'cpc',
				filterBots: true,
				status: 'paused',
				metadata: rows({ key: 'season', value: 'spring' }),
			},
		},
	],
	'updateOffer/restore': [
		'offer',
		'update',
		{ offerId: id(OFFER), updateFields: { status: 'active' } },
	],
	'updateOffer/details': [
		'offer',
		'update',
		{
			offerId: id(OFFER),
			updateFields: { payout: 1.5, metadata: rows({ key: 'season', value: 'summer' }) },
		},
	],
	'createSchedule/oneTime': [
		'schedule',
		'create',
		{
			name: 'Sampler launch',
			sendDate: '2026-05-04',
			sendTime: '18:00',
			audiences: [AUDIENCE],
			blasts: rows(
				{
					message: 'The sampler is out {{link1}}',
					offerLinks: rows(link('link1', OFFER)),
					percentAudience: 70,
					variantName: 'Short',
				},
				{
					message: 'Six teas in one tin, this week only {{link1}}',
					offerLinks: rows(link('link1', OFFER)),
					percentAudience: 30,
					variantName: 'Long',
				},
			),
		},
	],
	'createSchedule/repeating': [
		'schedule',
		'create',
		{
			name: 'Friday tasting',
			sendType: 'automated',
			isRepeating: true,
			startDate: '2026-04-01',
			endDate: '2026-06-30',
			daysOfWeek: ['friday'],
			sendTime: '17:15',
			audiences: [AUDIENCE],
			automatedPercent: 100,
			additionalFields: { sourceLists: [7], skipWithinHours: 12, useLocalTime: true },
		},
	],
	'updateSchedule/switchOn': [
		'schedule',
		'setStatus',
		{ scheduleId: id('66b0c7a3e19a3f7708d5b1e2'), status: 'on' },
	],
	'createLink/byListId': [
		'link',
		'create',
		{ listNumber: id('7'), offerId: '66b0c4d2e19a3f7708d5b1f0' },
	],
	'createLink/byNumber': [
		'link',
		'create',
		{ listNumber, identifyOfferBy: 'externalOfferId', externalOfferId: '77' },
	],
	'shortenLink/url': [
		'link',
		'shorten',
		{ listNumber: id('7'), url: 'https://example.com/teas/assam' },
	],
	'shortenLink/offer': [
		'link',
		'shorten',
		{ listNumber, linkTo: 'offer', offerId: id(OFFER), additionalFields: { contactPhone: TO } },
	],
	'recordRevenue/sale': [
		'revenue',
		'record',
		{
			messageId: 'q7Rk2mXa',
			revenue: 31.5,
			additionalFields: { timestamp: '2026-04-11T20:14:00Z' },
		},
	],
	'recordRevenueBulk/two': [
		'revenue',
		'recordMany',
		{ columns, options: { imported: false } },
		[
			{ message_id: 'q7Rk2mXa', revenue: 31.5, attribution_type: 'sale' },
			{ message_id: 'Zp04cLh9', revenue: 0.4, attribution_type: 'click', offer_id: '77' },
		],
	],
	'importSends/one': [
		'dataImport',
		'sends',
		{ columns },
		[
			{
				id: 'old-000418',
				list_number: '+18005550142',
				to_number: TO,
				message: 'Winter blend is back',
				send_type: 'campaign',
				delivered: true,
				length: 20,
				timestamp: '2025-12-01T18:00:00Z',
			},
		],
	],
	'importClicks/one': [
		'dataImport',
		'clicks',
		{ columns },
		[
			{
				message_id: 'old-000418',
				offer_id: OFFER,
				phone_number: TO,
				timestamp: '2025-12-01T18:07:30Z',
			},
		],
	],
	'importRevenue/one': [
		'dataImport',
		'revenue',
		{ columns },
		[
			{
				message_id: 'old-000418',
				offer_id: OFFER,
				revenue: 18,
				payout: 2.1,
				attribution_type: 'sale',
				timestamp: '2025-12-02T10:00:00Z',
			},
		],
	],
	'clearHistory/sends': [
		'dataImport',
		'clear',
		{
			entities: ['sends', 'clicks'],
			confirm: true,
			options: { beforeDate: '2025-01-01T00:00:00Z' },
		},
	],
	'validatePhone/one': ['phone', 'validate', { phone: TO }],
	'validatePhonesBatch/mixed': [
		'phone',
		'validateMany',
		{ columns },
		[{ phone: TO }, { phone: '202-call-me' }],
	],
};

/** The trigger makes it, with a secret of its own (test/engine/registration.test.ts). */
const OF_THE_TRIGGER = ['createWebhookEndpoint/one'];

/** What the contract says of what is left out: `default:` of its schemas, and days that are not named. */
const DEFAULTS: Record<string, IDataObject> = {
	updateContact: { merge_fields: true },
	createSchedule: { status: 'draft' },
	validatePhonesBatch: { force: false },
};

function meaningOf(operationId: string, { days_of_week: days, ...body }: IDataObject): IDataObject {
	const picked = Object.entries((days ?? {}) as IDataObject).filter(([, on]) => on);
	return {
		...DEFAULTS[operationId],
		...body,
		...(picked.length > 0 && { days_of_week: Object.fromEntries(picked) }),
	};
}

describe('a printed sample', () => {
	it('is driven, each of them', () => {
		expect([...Object.keys(DRIVES), ...OF_THE_TRIGGER].sort()).toEqual([...printed.keys()].sort());
		expect(printed.size).toBeGreaterThan(30);
	});

	// Another zone than UTC, so that a time that leaves with a zone's offset would show.
	it.each(Object.entries(DRIVES))('%s leaves as it is printed', async (name, drive) => {
		const [resource, operation, parameters, items = [{}]] = drive;
		const operationId = name.split('/')[0];
		await operationOf(stub, { resource, operation, ...parameters })(items, {
			settings: { onError: 'continueRegularOutput' },
			timezone: 'America/New_York',
		});
		const body = stub.bodies()[0] as IDataObject | undefined;
		expect(body && meaningOf(operationId, body)).toEqual(
			meaningOf(operationId, printed.get(name)!),
		);
		expect(
			JSON.stringify(body)
				.match(/"\d{4}-\d\d-\d\dT[^"]*"/g)
				?.sort(),
		).toEqual(
			JSON.stringify(printed.get(name))
				.match(/"\d{4}-\d\d-\d\dT[^"]*"/g)
				?.sort(),
		);
	});
});
