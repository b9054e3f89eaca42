import type { IAuthenticate, ICredentialType, INodeProperties } from 'n8n-workflow';

import { authenticateMeSms } from '../nodes/MeSms/api/authenticate';
import { BASE_URL } from '../nodes/MeSms/api/connection';
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

	// Its node tests it: `testKey`.
	authenticate: IAuthenticate = authenticateMeSms;
}
