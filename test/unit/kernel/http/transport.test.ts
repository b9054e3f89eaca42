import type { IExecuteFunctions } from 'n8n-workflow';

import type { Endpoint } from '../../../kernel/http/endpoint';
import { createClient } from '../../../kernel/n8n/run/client';

const settings = { credentialType: 'tracklyApi', baseUrlOf: () => 'https://api.example/api/v2' };
const send: Endpoint = {
	operationId: 'sendMessage',
	method: 'POST',
	path: '/send',
	idempotent: false,
};

/** What a request ends in when n8n 1 has dropped its error and kept the messages. */
async function failureOf(messages: string[]) {
	const error = Object.assign(new Error('The service refused the connection'), { messages });
	const context = {
		getCredentials: async () => ({}),
		helpers: {
			async httpRequestWithAuthentication() {
				throw error;
			},
		},
	};
	const client = await createClient(context as unknown as IExecuteFunctions, settings);
	return await client.send({ endpoint: send }).catch((failed: unknown) => failed);
}

describe('an error whose cause n8n 1 has dropped', () => {
	beforeEach(() => {
		jest.spyOn(Math, 'random').mockReturnValue(0);
	});
	afterEach(() => {
		jest.restoreAllMocks();
	});

	it.each([
		['connect ECONNREFUSED 127.0.0.1:34679', 'it refused the connection'],
		['getaddrinfo ENOTFOUND api.example', 'there is no host of that name'],
		['connect ETIMEDOUT 192.0.2.1:443', 'it took too long'],
	])('%s: nothing was sent', async (message, said) => {
		expect(await failureOf(['Bad request', message])).toMatchObject({
			kind: 'unreachable',
			message: `No connection to api.example could be made: ${said}`,
		});
	});

	it.each([
		'read ECONNRESET',
		'socket hang up',
		'timeout of 60000ms exceeded',
		'reconnect ECONNREFUSED',
	])('%s: nobody knows', async (message) => {
		expect(await failureOf([message])).toMatchObject({ kind: 'unknown' });
	});
});
