import type { INodeParameters } from 'n8n-workflow';

import { useNoJitter } from '../../../../test/kit/operation';
import { id, operationOf, useSamples } from './politicalComms';

const stub = useSamples();
useNoJitter();

const create = operationOf(stub, {
	resource: 'project',
	operation: 'create',
	organizationId: id('org_7QK2'),
	phoneNumberIds: ['num_5W1C'],
	name: 'Canvass weekend',
	messageText: 'Hi {first_name}, can you join us on Saturday? {link}',
	brandId: id('brd_3M8D'),
	campaignId: id('cmp_9T4X'),
});
const link = {
	linkTracking: {
		linkDestination: 'https://example.org/canvass',
		trackingDomainId: id('tdm_1A2B'),
	},
};
const usual = {
	organization_id: 'org_7QK2',
	channel: '10dlc',
	brand_id: 'brd_3M8D',
	campaign_id: 'cmp_9T4X',
	phone_number_ids: ['num_5W1C'],
	name: 'Canvass weekend',
	protocol: 'sms',
	message_text: 'Hi {first_name}, can you join us on Saturday? {link}',
};

describe('a new project', () => {
	it.each<[string, INodeParameters, object]>([
		['without lists', {}, usual],
		['with a list', { contactListIds: ['lst_8R2N'] }, { ...usual, contact_list_ids: ['lst_8R2N'] }],
		[
			'with a tracked link',
			link,
			{
				...usual,
				link_tracking_enabled: true,
				link_tracking_destination_url: 'https://example.org/canvass',
				link_tracking_domain_id: 'tdm_1A2B',
			},
		],
		[
			'toll-free with a picture',
			{
				channel: 'toll-free',
				tollFreeVerificationId: id('tfv_2K7J'),
				protocol: 'mms',
				options: { mediaIds: ['med_4V6P'], optOutFooter: false },
			},
			{
				organization_id: 'org_7QK2',
				channel: 'toll-free',
				toll_free_verification_id: 'tfv_2K7J',
				phone_number_ids: ['num_5W1C'],
				name: 'Canvass weekend',
				protocol: 'mms',
				message_text: usual.message_text,
				media_ids: ['med_4V6P'],
				opt_out_footer_enabled: false,
			},
		],
	])('%s', async (_, parameters, expected) => {
		const { error } = await create([{}], { parameters });
		expect(error).toBeUndefined();
		expect(stub.bodies()).toEqual([expected]);
	});

	it.each(['sdk', 'documented'])('has its id in either form of the answer: %s', async (sample) => {
		stub.give('createProject', sample);
		const { items } = await create([{}], { parameters: link });
		expect(items[0].json).toMatchObject({ id: 'prj_2H9B', name: 'Canvass weekend' });
	});

	it('with a link tag but no link tracking is made, with a hint', async () => {
		expect((await create([{}])).hints.join()).toContain('has a link tag, but no link tracking');
		expect((await create([{}], { parameters: link })).hints).toEqual([]);
	});
});

describe('a change', () => {
	const update = operationOf(stub, {
		resource: 'project',
		operation: 'update',
		projectId: id('prj_2H9B'),
	});

	it.each<[string, INodeParameters, object]>([
		['of a name', { name: 'Rally' }, { name: 'Rally' }],
		[
			'of lists',
			{ contactListIds: ['lst_8R2N'], suppressionListIds: [] },
			{ contact_list_ids: ['lst_8R2N'], suppression_list_ids: [] },
		],
		[
			'that empties a link field on purpose',
			{ linkFallbackUrl: '', linkParameterField: '' },
			{ link_tracking_param_field: null, link_tracking_fallback_url: null },
		],
		[
			'that takes the link away',
			{ linkTrackingEnabled: false },
			{
				link_tracking_enabled: false,
				link_tracking_destination_url: null,
				link_tracking_domain_id: null,
				link_tracking_param_field: null,
				link_tracking_fallback_url: null,
			},
		],
	])('%s', async (_, changes, expected) => {
		const { error, items } = await update([{}], { parameters: { changes } });
		expect(error).toBeUndefined();
		expect(stub.requests()).toMatchObject([{ method: 'PATCH', path: '/v1/projects/prj_2H9B' }]);
		expect(stub.bodies()).toEqual([expected]);
		expect(items[0].json.id).toBe('prj_2H9B');
	});
});

it('a test goes to each number once, with its merge values as texts', async () => {
	const sendTest = operationOf(stub, {
		resource: 'project',
		operation: 'sendTest',
		projectId: id('prj_2H9B'),
		phones: '(202) 555-0117, +1 303 555 0164, +12025550117',
		mergeValues: '{"first_name": "Noor", "visits": 3}',
	});
	const { error, items } = await sendTest([{}]);
	expect(error).toBeUndefined();
	const merge_values = { first_name: 'Noor', visits: '3' };
	expect(stub.bodies()).toEqual([
		{
			test_contacts: [
				{ phone: '+12025550117', merge_values },
				{ phone: '+13035550164', merge_values },
			],
		},
	]);
	expect(items[0].json).toMatchObject({ id: 'prj_2H9B' });
});

describe('a copy', () => {
	const copy = operationOf(stub, {
		resource: 'project',
		operation: 'copy',
		projectId: id('prj_2H9B'),
	});
	const lists = { contactListIds: ['lst_8R2N'] };
	const paths = () => stub.requests().map(({ method, path }) => `${method} ${path}`);

	it('is a draft of its own', async () => {
		const { items } = await copy([{}]);
		expect(items[0].json).toMatchObject({ id: 'prj_3J0C', status: 'draft' });
		expect(paths()).toEqual(['POST /v1/projects/prj_2H9B/copy']);
	});

	it('gets the lists that are to be attached', async () => {
		const { error } = await copy([{}], { parameters: lists });
		expect(error).toBeUndefined();
		expect(paths()).toEqual(['POST /v1/projects/prj_2H9B/copy', 'PATCH /v1/projects/prj_3J0C']);
		expect(stub.bodies()[1]).toEqual({ contact_list_ids: ['lst_8R2N'] });
	});

	it('is made once, also where lists cannot be attached at first', async () => {
		const usualAnswer = stub.sample;
		let refused = 0;
		stub.answer((request) =>
			request.method === 'PATCH' && refused++ === 0
				? { status: 409, json: { error: 'Not now', code: 'LIST_ANALYSIS_IN_PROGRESS' } }
				: usualAnswer(request),
		);
		const settings = { retryOnFail: true, maxTries: 2, waitBetweenTries: 1 };
		const { error } = await copy([{}], { parameters: lists, settings });
		expect(error).toBeUndefined();
		expect(paths().filter((path) => path.startsWith('POST'))).toHaveLength(1);
		expect(paths().filter((path) => path.startsWith('PATCH'))).toHaveLength(2);
	});

	it.each(['continueRegularOutput', 'continueErrorOutput'] as const)(
		'that did not get its lists names the copy, with %s',
		async (onError) => {
			const usualAnswer = stub.sample;
			stub.answer((request) =>
				request.method === 'PATCH'
					? { status: 409, json: { error: 'Not now', code: 'LIST_ANALYSIS_IN_PROGRESS' } }
					: usualAnswer(request),
			);
			const { items, errorItems } = await copy([{}], { parameters: lists, settings: { onError } });
			const [{ json }] = [...items, ...errorItems];
			expect(String(json.message ?? json.error)).toMatch(
				/^It was copied as prj_3J0C, but the step after it failed: Not now/,
			);
		},
	);

	it('does not count as complete where the run ended before its lists were attached', async () => {
		const usualAnswer = stub.sample;
		stub.answer((request) =>
			request.method === 'PATCH'
				? { status: 401, json: { error: 'No', code: 'INVALID_API_KEY' } }
				: usualAnswer(request),
		);
		const settings = { onError: 'continueRegularOutput' } as const;
		const { items } = await copy([{}, {}], { parameters: lists, settings });
		expect(items.map(({ json }) => json.status)).toEqual(['rejected', 'rejected']);
		expect(paths().filter((path) => path.startsWith('PATCH'))).toHaveLength(1);
	});

	it('is made again where a further try is about another project', async () => {
		const usualAnswer = stub.sample;
		let refused = 0;
		stub.answer((request) =>
			request.path.includes('prj_BAD') && refused++ === 0
				? { status: 400, json: { error: 'No', code: 'VALIDATION_ERROR' } }
				: usualAnswer(request),
		);
		const items = [{ ref: 'prj_2H9B' }, { ref: 'prj_BAD' }];
		const of = { projectId: id('={{ $execution.id === "2" ? "prj_OTHER" : $json.ref }}') };
		const first = await copy(items, { parameters: of });
		expect(first.error).toBeDefined();
		await copy(items, { parameters: of, retryOf: first, executionId: '2' });
		expect(paths()).toContain('POST /v1/projects/prj_OTHER/copy');
	});
});

describe.each([
	['contactList', { contactListId: id('lst_8R2N') }],
	['media', { mediaId: id('med_4V6P') }],
])('a deletion of %s whose response was lost', (resource, of) => {
	const remove = operationOf(stub, { resource, operation: 'delete', ...of });
	const missing = { status: 404, json: { error: 'Nothing found', code: 'NOT_FOUND' } };

	it('is done where a repeat finds nothing', async () => {
		stub.answer(() => (stub.requests().length === 1 ? { cut: 'rst' } : missing));
		const { items, error } = await remove([{}]);
		expect(error).toBeUndefined();
		expect(items[0].json).toMatchObject({ deleted: true });
	});

	it('is done where a further try finds nothing', async () => {
		const LAST = 5;
		stub.answer(() => (stub.requests().length <= LAST ? { cut: 'rst' } : missing));
		const settings = { retryOnFail: true, maxTries: 2, waitBetweenTries: 1 };
		const { items, error } = await remove([{}], { settings });
		expect(error).toBeUndefined();
		expect(items[0].json).toMatchObject({ deleted: true });
	});

	it('was wrong about the ID where the first answer is that nothing is there', async () => {
		stub.answer(() => missing);
		expect((await remove([{}])).error?.message).toContain('NOT_FOUND');
	});
});

it('a further try does not delete again what is deleted', async () => {
	const usualAnswer = stub.sample;
	let refused = 0;
	stub.answer((request) =>
		request.path.includes('lst_BAD') && refused++ === 0
			? { status: 400, json: { error: 'No', code: 'VALIDATION_ERROR' } }
			: usualAnswer(request),
	);
	const remove = operationOf(stub, {
		resource: 'contactList',
		operation: 'delete',
		contactListId: id('={{ $json.ref }}'),
	});
	const settings = { retryOnFail: true, maxTries: 2, waitBetweenTries: 1 };
	const { error } = await remove([{ ref: 'lst_8R2N' }, { ref: 'lst_BAD' }], { settings });
	expect(error).toBeUndefined();
	expect(stub.requests().filter(({ path }) => path.includes('lst_8R2N'))).toHaveLength(1);
});

it.each([
	['contactList', { contactListId: id('lst_8R2N') }, 'lst_8R2N'],
	['media', { mediaId: id('med_4V6P') }, 'med_4V6P'],
])(
	'deleting %s says what is gone, also where the server says nothing',
	async (resource, of, gone) => {
		const remove = operationOf(stub, { resource, operation: 'delete', ...of });
		const { items } = await remove([{}]);
		expect(items[0].json).toMatchObject({ id: gone, deleted: true });
		stub.answer(() => ({ status: 204, text: '' }));
		expect((await remove([{}])).items[0].json).toEqual({ id: gone, deleted: true });
	},
);

it('unscheduling names the project', async () => {
	const unschedule = operationOf(stub, {
		resource: 'project',
		operation: 'unschedule',
		projectId: id('prj_2H9B'),
	});
	const { items } = await unschedule([{}]);
	expect(items[0].json).toMatchObject({ id: 'prj_2H9B', status: 'awaiting_test' });
});
