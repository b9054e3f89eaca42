import type { INodeParameters } from 'n8n-workflow';

import { shown } from '../../../../test/kit/operation';
import { API_KEY, id, operationOf, useSamples } from './politicalComms';

const stub = useSamples();

const run = (resource: string, operation: string, parameters: INodeParameters = {}) =>
	operationOf(stub, { resource, operation, ...parameters })([{}]);

const RANGE = { startDate: '2026-10-01', endDate: '2026-10-31' };
/** A field whose expression gives nothing, which n8n itself lets through. */
const NONE = id('={{ $json.none }}');
const OLD = new Date(Date.now() - 91 * 24 * 60 * 60 * 1_000).toISOString();

describe('what cannot be right is refused before any request', () => {
	type Case = [resource: string, operation: string, INodeParameters, message: string | RegExp];

	const days: Array<[INodeParameters, string | RegExp]> = [
		[{ ...RANGE, startDate: '2026-11-01' }, '"End Date" is before the start date'],
		[{ ...RANGE, startDate: '={{ $json.none }}' }, '"Start Date" is empty'],
		[{ ...RANGE, endDate: 'soon' }, '"End Date" is not a valid date'],
		[{ ...RANGE, startDate: '1926-10-01' }, /"End Date" (is more than ten years|makes a range)/],
	];
	const wrongDays = (operation: string, resource = 'report') =>
		days.map(([parameters, message]): Case => [resource, operation, parameters, message]);

	it.each<Case>([
		['project', 'get', { projectId: NONE }, '"Project" is empty'],
		[
			'project',
			'get',
			{ projectId: id('={{ "prj 2H9B" }}') },
			'"Project" is not an ID, because it contains a space',
		],
		['project', 'getStats', { projectId: id('..') }, '"Project" is not an ID'],
		['campaign', 'getThroughput', { campaignId: NONE }, '"Campaign" is empty'],
		[
			'tollFreeVerification',
			'get',
			{ tollFreeVerificationId: NONE },
			'"Toll-Free Verification" is empty',
		],
		['conversation', 'get', { conversationId: NONE }, '"Conversation" is empty'],
		['conversation', 'getMessages', { conversationId: NONE }, '"Conversation" is empty'],
		['conversation', 'reply', { conversationId: NONE, text: 'Hi' }, '"Conversation" is empty'],
		[
			'conversation',
			'reply',
			{ conversationId: id('cnv_6Y3L'), text: '={{ $json.none }}' },
			'"Text" is empty',
		],
		[
			'conversation',
			'reply',
			{ conversationId: id('cnv_6Y3L'), text: 'x'.repeat(1_601) },
			'"Text" may have at most 1,600 characters',
		],
		[
			'conversation',
			'getAll',
			{ filters: { updatedSince: OLD } },
			'"Updated Since" is more than 90 days back',
		],
		[
			'brand',
			'getAll',
			{ filters: { organizationId: id('={{ "a b" }}') } },
			'"Organization" is not an ID',
		],
		['brand', 'getAll', { limit: 0 }, '"Limit" must be 1 or more'],
		['api', 'request', { path: 'organizations' }, '"Path" must begin with /'],
		['api', 'request', { path: '/a/../b' }, '"Path" must not contain "." or ".." as a part'],
		...wrongDays('messageStats'),
		...wrongDays('usage'),
		...wrongDays('usageByInitiator'),
		...wrongDays('getAllStats', 'project'),
		[
			'project',
			'getAllStats',
			{ startDate: '2026-10-01', endDate: '2026-11-01' },
			'"End Date" makes a range of 32 days; the longest is 31',
		],
	])('%s %s with %j', async (resource, operation, parameters, message) => {
		const { error } = await run(resource, operation, parameters);
		expect(shown(error, API_KEY)).toMatch(message);
		expect(error?.description).toEqual(expect.any(String));
		expect(stub.requests()).toEqual([]);
	});
});

/** Both families of error bodies, in both generations (contract: Error). */
describe('an error of the API is told in its words, with its code and what to do', () => {
	it.each([
		[
			401,
			{
				success: false,
				error: 'The key was not accepted',
				code: 'INVALID_API_KEY',
				statusCode: 401,
			},
			'The key was not accepted (INVALID_API_KEY)',
			'paste the API key again',
		],
		[
			401,
			{ error: 'Unauthorized', message: 'The key was not accepted' },
			'The key was not accepted (http_401)',
			'paste the API key again',
		],
		[
			403,
			{ error: 'Forbidden', message: 'The key lacks a scope' },
			'The key lacks a scope (http_403)',
			'Compare its permissions',
		],
		[
			403,
			{
				error: 'Finish the set-up first',
				code: 'ONBOARDING_INCOMPLETE',
				details: { missingSteps: ['profile', 'funding'], onboardingUrl: '/onboarding' },
			},
			'Finish the set-up first (missing: profile, funding) (ONBOARDING_INCOMPLETE)',
			'Finish the set-up of the account',
		],
		[
			400,
			{
				success: false,
				error: 'The body is not valid',
				code: 'VALIDATION_ERROR',
				correlationId: 'c-01',
				details: [{ path: ['name'], message: 'is needed' }],
			},
			'The body is not valid (name is needed; ID c-01) (VALIDATION_ERROR)',
			'Correct the field',
		],
		[
			409,
			{
				error: 'The list is in use',
				code: 'CONTACT_LIST_IN_USE',
				details: { projects: [{ id: 'prj_2H9B', name: 'Canvass weekend', status: 'draft' }] },
			},
			'The list is in use (projects: Canvass weekend) (CONTACT_LIST_IN_USE)',
			'Projects still refer to it',
		],
		[
			409,
			{ error: 'Sending is paused', code: 'SENDING_PAUSED', details: { scope: 'organization' } },
			'Sending is paused (paused for the organization) (SENDING_PAUSED)',
			'Ask its support',
		],
		[
			404,
			{ error: 'No such thread', code: 'CONVERSATION_NOT_FOUND' },
			'No such thread',
			'Check the ID',
		],
	])('%i %j', async (status, json, message, advice) => {
		stub.answer(() => ({ status, json }));
		const { error } = await run('project', 'get', { projectId: id('prj_2H9B') });
		shown(error, API_KEY);
		expect(error?.message).toContain(message);
		expect(error?.description).toContain(advice);
		expect(stub.requests()).toHaveLength(1);
	});

	it('a key that the server repeats is hidden', async () => {
		stub.answer(() => ({
			status: 400,
			json: { error: `Not for ${API_KEY} or pc_live_other1234`, code: 'VALIDATION_ERROR' },
		}));
		const { error } = await run('project', 'get', { projectId: id('prj_2H9B') });
		expect(shown(error, API_KEY)).not.toContain('other1234');
	});

	it('only a key that is refused ends the run for other items', async () => {
		const both = async (status: number) => {
			stub.answer(() => ({ status, json: { error: 'No' } }));
			const get = operationOf(stub, {
				resource: 'report',
				operation: 'usage',
				...RANGE,
			});
			const settings = { onError: 'continueRegularOutput' } as const;
			const before = stub.requests().length;
			await get([{}, {}], { settings });
			return stub.requests().length - before;
		};
		expect(await both(403)).toBe(2);
		expect(await both(401)).toBe(1);
	});
});
