import type {
	IAuthenticate,
	ICredentialTestRequest,
	ICredentialType,
	INodeProperties,
} from 'n8n-workflow';

import { authenticate, credentialTestRules } from '../../../kernel';
import { API_KEY_HEADER, BASE_URL, readConnection } from '../nodes/PoliticalComms/api/connection';

/** A Political Comms account: its API key, and the secrets that its webhooks are signed with. */
export class PoliticalCommsApi implements ICredentialType {
	name = 'politicalCommsApi';

	displayName = 'Political Comms API';

	icon = {
		light: 'file:politicalComms.svg',
		dark: 'file:politicalComms.dark.svg',
	} as const;

	documentationUrl =
		'https://github.com/n8n-nodes-trackly/n8n-nodes-trackly/tree/main/packages/political-comms#credentials';

	properties: INodeProperties[] = [
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			placeholder: 'e.g. pc_live_ and more letters and digits',
			hint: 'From Political Comms, under Admin > API',
			description:
				'In Political Comms under Admin > API. It is shown only once, when you create it. There are no test keys: with this key every text is real and paid.',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: BASE_URL,
			required: true,
			placeholder: 'e.g. https://api.politicalcomms.com/v1',
			description:
				'Where the API is, including the version. Change it only if your provider resells Political Comms under its own domain. Must begin with https://, except on your own machine.',
		},
		{
			displayName: 'Webhook Signing Secret',
			name: 'webhookSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			hint: 'Leave empty, unless you use the Political Comms Trigger',
			description:
				'Only for the Political Comms Trigger: the secret of its endpoint, shown once in Political Comms under Admin > Webhooks. Every endpoint has its own, so give several separated by commas, e.g. one for the Test URL and one for the Production URL.',
		},
	];

	authenticate: IAuthenticate = authenticate('Political Comms', API_KEY_HEADER, readConnection);

	test: ICredentialTestRequest = {
		request: {
			baseURL: '={{ $credentials.baseUrl.trim() }}',
			url: '/organizations',
			// n8n would take the key along to wherever the redirect leads.
			disableFollowRedirect: true,
		},
		rules: RULES,
	};
}

const RULES = credentialTestRules('data', {
	statuses: {
		401: 'Political Comms does not know this API key. Paste it again, or create a new one under Admin > API. It begins with pc_live_.',
		403: 'Political Comms refuses this key: it may not list organizations. Compare its permissions under Admin > API.',
		429: 'The rate limit of this key is used up. The key may be right; test it again later.',
	},
	redirect:
		'This Base URL responds with a redirect, which the API key never follows. Enter the URL it leads to.',
	afterFailure: 'Try again later.',
	noApi:
		'No Political Comms API responds at this Base URL, which usually is https://api.politicalcomms.com/v1.',
});
