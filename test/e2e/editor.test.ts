import { nodeError, nodeOutput } from '../../host/n8n';
import { credentialData, manualWorkflow, node, useWorld } from './world';

const world = useWorld();

const pickerOf = (path: string, method: string, parameters = {}) => {
	const { credential } = world();
	return {
		type: 'n8n-nodes-trackly.trackly',
		typeVersion: 1,
		path,
		method,
		parameters,
		credential,
	};
};

const testCredential = async (overrides: Record<string, string>) => {
	const { n8n, sandbox } = world();
	const data = credentialData(sandbox, overrides);
	const { id } = await n8n.createCredential({ name: 'Under test', type: 'tracklyApi', data });
	return await n8n.testCredential(id);
};

describe("the credential's test button", () => {
	it('is content with a good key', async () => {
		expect(await testCredential({})).toMatchObject({ status: 'OK' });
	});

	it.each([
		['no key', { apiKey: '' }, '"API Key" is empty'],
		['an unknown key', { apiKey: `trk_${'0'.repeat(32)}` }, 'Trackly does not accept this API key'],
		['a key of another form', { apiKey: 'trk_123' }, 'Trackly does not accept this API key'],
		[
			'a key with a space in it',
			{ apiKey: `trk_ ${'0'.repeat(32)}` },
			'"API Key" contains a space',
		],
		[
			'plain http elsewhere',
			{ customBaseUrl: 'http://203.0.113.1/api/v2' },
			'must begin with https://',
		],
		['a host that is not there', { customBaseUrl: 'http://127.0.0.1:1/api/v2' }, 'ECONNREFUSED'],
	])('says what is wrong with %s', async (_, overrides, message) => {
		const result = await testCredential(overrides);
		expect(result).toEqual({ status: 'Error', message: expect.stringContaining(message) });
	});

	it('says that a suspended account is refused', async () => {
		const { sandbox } = world();
		sandbox.setSwitches({ suspended: true });
		const result = await testCredential({});
		sandbox.setSwitches({ suspended: false });
		expect(result).toEqual({ status: 'Error', message: expect.stringContaining('suspended') });
	});
});

describe('the pickers', () => {
	it('find sending lists by what is typed, with their number as the value', async () => {
		const { n8n } = world();
		const request = pickerOf('parameters.listNumber', 'searchListsByNumber');
		const { results } = await n8n.searchList({ ...request, filter: 'club' });
		expect(results).toEqual([
			expect.objectContaining({
				name: 'Harbor Tea Club (+18005550142)',
				value: '+18005550142',
			}),
		]);
		expect((await n8n.searchList(request)).results).toHaveLength(3);
	});

	it('offer the columns of a message', async () => {
		const { n8n } = world();
		const { fields } = await n8n.mapperFields(pickerOf('parameters.columns', 'getMessageColumns'));
		expect(fields.filter(({ required }) => required).map(({ id }) => id)).toEqual(['to', 'body']);
	});

	it("offer the custom fields of the chosen list's contacts as columns", async () => {
		const { n8n } = world();
		const listNumber = { __rl: true, mode: 'list', value: '+18005550142' };
		const request = pickerOf('parameters.columns', 'getContactColumns', { listNumber });
		const { fields } = await n8n.mapperFields(request);
		expect(fields.map(({ id }) => id)).toEqual(
			expect.arrayContaining(['phone_number', 'first_name', 'custom_fields.tier']),
		);
	});
});

describe('the credential in the HTTP Request node', () => {
	it('signs its requests as a predefined credential type', async () => {
		const { n8n, sandbox, credential } = world();
		const request = node(
			'HTTP Request',
			'n8n-nodes-base.httpRequest',
			{
				url: `${sandbox.apiUrl}/lists`,
				authentication: 'predefinedCredentialType',
				nodeCredentialType: 'tracklyApi',
				options: {},
			},
			{
				typeVersion: 4.2,
				credentials: { tracklyApi: { id: credential.id, name: credential.name } },
			},
		);
		const id = await n8n.importWorkflow(manualWorkflow([{}], request));
		const execution = await n8n.waitForExecution(await n8n.run(id));
		expect(nodeError(execution, 'HTTP Request')).toBeUndefined();
		expect(nodeOutput(execution, 'HTTP Request')[0]?.json).toMatchObject({
			lists: expect.arrayContaining([expect.objectContaining({ phone_number: '+18005550142' })]),
		});
	});
});
