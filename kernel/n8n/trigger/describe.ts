import type {
	INodeProperties,
	INodePropertyCollection,
	INodePropertyOptions,
	INodeTypeDescription,
	IWebhookDescription,
} from 'n8n-workflow';

import { OTHER_EVENTS } from './event';
import { filtersParameter } from './filter';
import type { Trigger } from './trigger';

/** The URL that an API posts events to. */
export const eventWebhooks: IWebhookDescription[] = [
	{
		name: 'default',
		httpMethod: 'POST',
		responseMode: 'onReceived',
		// n8n would answer with the name of its default, "firstEntryJson".
		responseData: 'noData',
		path: 'webhook',
	},
];

/** Where the editor shows the URLs of a trigger. */
const URLS = '(under <b>Webhook URLs</b> at the top)';
const PARAGRAPH = '<br /> <br />';

/**
 * What the editor says of a trigger that has no event yet.
 *
 * @param whileBuilding how to get a first event into the editor
 * @param beforeLive what to do in the account before events come, in a sentence
 */
export function eventPanel(
	{ profile: { name } }: Pick<Trigger, 'profile'>,
	{ whileBuilding, beforeLive }: { whileBuilding: string; beforeLive: string },
): NonNullable<INodeTypeDescription['triggerPanel']> {
	const building = `<b>While building your workflow</b>, ${whileBuilding} Requests with a wrong signature are rejected and do not appear here.${PARAGRAPH}`;
	return {
		header: `Receive an event from ${name}`,
		executionsHelp: {
			inactive: `${building}<b>When your workflow is ready</b>, publish it. Then every event starts it. ${beforeLive} These executions appear in the executions list, but not in the editor.`,
			active: `${building}<b>Your workflow also runs automatically</b>, because it is published: every event that ${name} posts to the Production URL ${URLS} starts it. These executions appear in the <a data-key="executions">executions list</a>, but not in the editor.`,
		},
		activationHint:
			'When your workflow is ready, publish it to receive events at the Production URL (under Webhook URLs at the top). These executions do not appear here.',
	};
}

/** What a package says of the parameters that every trigger has. */
interface EventParameters {
	/** Kinds of event that are picked at first. */
	picked: string[];
	/** What Other Events are, in the words of the package. */
	others: string;
	/** What somebody could forge where no signature is checked, e.g. `a forged reply`. */
	forged: string;
	/** Options besides the one for unsigned requests. */
	options?: Array<INodePropertyOptions | INodeProperties | INodePropertyCollection>;
}

/** The parameters that every trigger has, in the order of the editor. */
export function eventParameters(
	{ events, filters }: Pick<Trigger, 'events' | 'filters'>,
	{ picked, others, forged, options = [] }: EventParameters,
): INodeProperties[] {
	return [
		{
			displayName: 'Events',
			name: 'events',
			type: 'multiOptions',
			required: true,
			noDataExpression: true,
			options: [
				...events.map(({ kind, name, description }) => ({ name, value: kind, description })),
				{ name: 'Other Events', value: OTHER_EVENTS, description: others },
			],
			default: picked,
			description: 'Events that start the workflow. All other events are ignored.',
		},
		{
			displayName: 'Simplify',
			name: 'simplify',
			type: 'boolean',
			default: true,
			description: 'Whether to return a simplified version of the response instead of the raw data',
		},
		filtersParameter(filters),
		{
			displayName: 'Options',
			name: 'options',
			type: 'collection',
			placeholder: 'Add option',
			default: {},
			options: [
				{
					displayName: 'Allow Unsigned Deliveries',
					name: 'allowUnsigned',
					type: 'boolean',
					default: false,
					description: `Whether to accept requests without a signature. For tests only: anyone who knows the URL can then start this workflow, for example with ${forged}. The verified field of each item says whether its signature was checked.`,
				},
				...options,
			],
		},
	];
}
