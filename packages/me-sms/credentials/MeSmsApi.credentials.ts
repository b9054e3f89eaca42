import type {
	IAuthenticate,
	ICredentialTestRequest,
	ICredentialType,
	INodeProperties,
} from 'n8n-workflow';

import { authenticate, credentialTestRules, statusesIn } from '../../../kernel';
import { API_KEY_HEADER, BASE_URL, readConnection } from '../nodes/MeSms/api/connection';
import { CUSTOM_PATHS, pathFields } from '../nodes/MeSms/api/paths';

/** An ME-SMS account: its API key, and the paths that people correct where they prove wrong. */
export class MeSmsApi implements ICredentialType {
	name = 'meSmsApi';

	displayName = 'ME-SMS API';

	icon = {
		light: 'file:meSms.svg',
		dark: 'file:meSms.dark.svg',
	} as const;

	documentationUrl =
		'https://github.com/n8n-nodes-trackly/n8n-nodes-trackly/tree/main/packages/me-sms#credentials';

	properties: INodeProperties[] = [
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			hint: 'From ME-SMS, under Settings > API Keys',
			description:
				'In ME-SMS under Settings > API Keys. Sending needs the scope sms:send or *; any key can do the rest.',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: BASE_URL,
			required: true,
			placeholder: `e.g. ${BASE_URL}`,
			description:
				'Where the API is. Must begin with https://, except on your own machine, and end with /api/v2.',
		},
		{
			displayName: CUSTOM_PATHS.label,
			name: CUSTOM_PATHS.name,
			type: 'boolean',
			default: false,
			description:
				'Whether to correct paths that ME-SMS does not document. Send and the recipients of a message have documented paths; those of the other calls are assumed. Correct one here when an error says that it is wrong.',
		},
		...pathFields.map(
			({ setting, label, endpoint, others }): INodeProperties => ({
				displayName: label,
				name: setting,
				type: 'string',
				default: '',
				displayOptions: { show: { [CUSTOM_PATHS.name]: [true] } },
				placeholder: `e.g. ${endpoint.path}`,
				hint: `Leave empty for ${endpoint.method} ${endpoint.path}`,
				description: `Path below the Base URL. If the usual one is wrong, look it up in the documentation of ME-SMS, or try ${others.join(', ')}.`,
			}),
		),
	];

	authenticate: IAuthenticate = authenticate('ME-SMS', API_KEY_HEADER, readConnection);

	/**
	 * Asks for the recipients of a message that does not exist, on a documented path: 400, 403 or 404 in
	 * JSON then means a good key. n8n before 2.0 does not see a 401 here.
	 */
	test: ICredentialTestRequest = {
		request: {
			baseURL: '={{ $credentials.baseUrl.trim() }}',
			url: '/sms/00000000-0000-0000-0000-000000000000/recipients?after=0',
			// n8n would take the key along to wherever the redirect leads.
			disableFollowRedirect: true,
			ignoreHttpStatusErrors: { ignore: true, except: statusesIn(RULES) },
		},
		rules: RULES,
	};
}

const RULES = credentialTestRules(undefined, {
	statuses: {
		401: 'ME-SMS does not know this API key. Paste it again, or create a new one under Settings > API Keys.',
		429: 'ME-SMS asks to slow down. The key may be right; test it again later.',
	},
	redirect:
		'This Base URL responds with a redirect, which the API key never follows. Enter the URL it leads to.',
	afterFailure: 'Try again later.',
	noApi: `No ME-SMS API responds at this Base URL, which usually is ${BASE_URL}.`,
});
