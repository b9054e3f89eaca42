import type { INodeProperties } from 'n8n-workflow';

import { isFinal, STATES } from '../api/states';
import { EVENTS, MESSAGE_EVENTS } from './events';

const forMessages = { events: [...MESSAGE_EVENTS] };

const options: INodeProperties[] = [
	{
		displayName: 'Give Up After (Hours)',
		name: 'giveUpAfter',
		type: 'number',
		default: 72,
		typeOptions: { minValue: 1 },
		description:
			'How long to watch a message that does not become complete. After that, Message Stalled reports it.',
	},
	{
		displayName: 'Include Existing',
		name: 'includeExisting',
		type: 'boolean',
		default: false,
		description:
			'Whether to also return what is already there when the workflow is published, not only what happens later',
	},
	{
		displayName: 'One Item per Number Up To',
		name: 'maxRows',
		type: 'number',
		default: 100_000,
		typeOptions: { minValue: 1 },
		description:
			'A message with more recipients than this returns one item when it is complete, instead of one item per number',
	},
	{
		displayName: 'Requests per Poll',
		name: 'requestsPerPoll',
		type: 'number',
		default: 60,
		typeOptions: { minValue: 1 },
		description:
			'How many requests one poll makes at most. The next poll continues where it stopped.',
	},
];

/** Parameters of the ME-SMS Trigger, in the order of the editor. */
export const parameters: INodeProperties[] = [
	{
		displayName: 'Events',
		name: 'events',
		type: 'multiOptions',
		required: true,
		noDataExpression: true,
		options: EVENTS.map((event) => ({ ...event })),
		default: ['recipientFinal'],
		description:
			'Events that start the workflow. Each comes at least once; a Remove Duplicates node on eventId makes that exactly once.',
	},
	{
		displayName: 'Watch',
		name: 'watch',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: forMessages },
		options: [
			{
				name: 'These Messages',
				value: 'these',
				description: 'Only messages whose UUIDs you enter',
			},
			{
				name: 'All Messages',
				value: 'all',
				description:
					'All new messages of the account. ME-SMS does not document the path of their list.',
			},
		],
		default: 'these',
		description: 'Which messages to watch',
	},
	{
		displayName: 'Message UUIDs',
		name: 'uuids',
		type: 'string',
		required: true,
		typeOptions: { rows: 3 },
		displayOptions: { show: { ...forMessages, watch: ['these'] } },
		default: '',
		placeholder: 'e.g. 5b1f0c6e-2f0a-4b7e-9d57-1c2a7f0e8a11',
		description:
			'UUIDs that Send returned, separated by commas or line breaks, or an expression that returns a list. Read again at every poll.',
	},
	{
		displayName: 'Created Within (Hours)',
		name: 'createdWithin',
		type: 'number',
		displayOptions: { show: { ...forMessages, watch: ['all'] } },
		typeOptions: { minValue: 1 },
		default: 72,
		description: 'Watch messages that were created at most this many hours ago',
	},
	{
		displayName: 'Recipient States',
		name: 'states',
		type: 'multiOptions',
		displayOptions: { show: { events: ['recipientFinal'] } },
		options: STATES.filter(isFinal).map((value) => ({
			name: `${value[0].toUpperCase()}${value.slice(1)}`,
			value,
		})),
		default: ['success', 'failed', 'invalid', 'blocked', 'expired', 'timeout'],
		description: 'Final states that start the workflow. Success means delivered.',
	},
	{
		displayName: 'Credits Below',
		name: 'threshold',
		type: 'number',
		displayOptions: { show: { events: ['creditsBelow'] } },
		typeOptions: { minValue: 1 },
		default: 1000,
		description:
			'The workflow starts once when the balance falls below this number. It starts again only after the balance was 10% above it.',
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options,
	},
];
