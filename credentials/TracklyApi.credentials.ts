import type {
	IAuthenticate,
	ICredentialTestRequest,
	ICredentialType,
	INodeProperties,
} from 'n8n-workflow';

import { authenticate, credentialTestRules } from '../kernel';
import {
	API_KEY_HEADER,
	BASE_URLS,
	CUSTOM_BASE_URL,
	readConnection,
} from '../nodes/Trackly/api/connection';

/** A Trackly account: its API key, and the secret that its webhooks are signed with. */
export class TracklyApi implements ICredentialType {
	name = 'tracklyApi';

	displayName = 'Trackly API';

	icon = { light: 'file:trackly.svg', dark: 'file:trackly.dark.svg' } as const;

	documentationUrl = 'https://github.com/n8n-nodes-trackly/n8n-nodes-trackly#credentials';

	properties: INodeProperties[] = [
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			placeholder: 'e.g. trk_ and 32 letters or digits',
			hint: 'Create it in Trackly under Settings > API Keys',
			description:
				'Create an API key in Trackly under Settings > API Keys. Trackly shows it only once.',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'options',
			default: BASE_URLS.app,
			options: [
				{ name: 'app.tracklysms.com', value: BASE_URLS.app },
				{ name: 'api.tracklysms.com', value: BASE_URLS.api },
				{ name: 'Custom', value: CUSTOM_BASE_URL },
			],
			description:
				"Address of the API. Trackly's documentation names both hosts; if one does not respond, select the other.",
		},
		{
			displayName: 'Custom Base URL',
			name: 'customBaseUrl',
			type: 'string',
			default: '',
			placeholder: 'e.g. https://sms.example.com/api/v2',
			displayOptions: { show: { baseUrl: [CUSTOM_BASE_URL] } },
			description:
				'URL of the API, including its version. Must begin with https://, except for localhost.',
		},
		{
			displayName: 'Webhook Signing Secret',
			name: 'webhookSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			hint: 'Leave empty unless you add the webhook of a Trackly SMS Trigger in Trackly manually',
			description:
				'Only for the Trackly SMS Trigger: signing secret of your endpoint in Trackly under Settings > Webhooks. To replace a secret without losing events, enter the new and the old one, separated by a comma.',
		},
	];

	authenticate: IAuthenticate = authenticate('Trackly', API_KEY_HEADER, readConnection);

	test: ICredentialTestRequest = {
		request: {
			baseURL: `={{ ($credentials.baseUrl === "${CUSTOM_BASE_URL}" ? $credentials.customBaseUrl : $credentials.baseUrl).trim() }}`,
			url: '/lists',
			// n8n would take the key along to wherever the redirect leads.
			disableFollowRedirect: true,
		},
		rules: RULES,
	};
}

const OTHER_HOST = 'Select the other Base URL (app.tracklysms.com or api.tracklysms.com).';

const RULES = credentialTestRules('lists', {
	statuses: {
		401: `Trackly does not accept this API key. Trackly shows a key only once, so create a new one under Settings > API Keys and paste it here. If the key is correct: ${OTHER_HOST}`,
		403: `Trackly refuses this API key: the account is suspended or the key is restricted. Otherwise: ${OTHER_HOST}`,
	},
	redirect: `This Base URL responds with a redirect, which n8n does not follow with an API key. ${OTHER_HOST}`,
	afterFailure: `Try again later. If the error persists: ${OTHER_HOST}`,
	noApi: `No Trackly API responds at this Base URL, which usually ends in /api/v2. ${OTHER_HOST}`,
});
