import type { INodeProperties } from 'n8n-workflow';

import { InputError } from '../../input/inputError';
import {
	booleanField,
	collectionField,
	integerField,
	optionsField,
	textField,
	type Field,
	type FieldOptions,
	type ValuesOf,
} from '../fields/field';

/** A number of 1 or more, set once for all items. */
function countField<Name extends string>(name: Name, look: FieldOptions) {
	const field = integerField(name, {
		typeOptions: { minValue: 1 },
		noDataExpression: true,
		...look,
	});
	const read: typeof field.read = (raw, label, scope) => {
		const count = field.read(raw, label, scope);
		if (count !== undefined && count >= 1) return count;
		throw new InputError(label, 'invalid_value', 'must be 1 or more');
	};
	return { ...field, read };
}

const dryRunField = booleanField('dryRun', {
	displayName: 'Dry Run',
	description:
		'Whether to check everything and send nothing. Each item shows the text that would go out, its encoding and its segments.',
});

export const historySizeField = countField('idempotencyHistorySize', {
	displayName: 'Idempotency History Size',
	default: 10_000,
	description:
		'How many keys n8n remembers; the oldest are forgotten first. Must be at least the number of items of a run.',
});

export const idempotencyKeyField = textField('idempotencyKey', {
	displayName: 'Idempotency Key',
	placeholder: 'e.g. order-1187',
	description:
		'What must not be done twice, e.g. an order number. n8n remembers the key before the request is made, also across executions: an item whose key it knows is skipped. The key is free again when the request was certainly not done.',
});

const idempotencyScopeField = optionsField('idempotencyScope', {
	displayName: 'Idempotency Scope',
	default: 'node',
	noDataExpression: true,
	description: 'Where the same key means the same thing',
	options: [
		{ name: 'This Node', value: 'node' },
		{
			name: 'Whole Workflow',
			value: 'workflow',
			description: 'All Trackly nodes of this workflow with this resource and scope',
		},
	],
});

const unknownField = optionsField('ifOutcomeIsUnknown', {
	displayName: 'If the Outcome Is Unknown',
	default: 'report',
	noDataExpression: true,
	description: 'What to do when the answer to a request is lost, so that it may have been done',
	options: [
		{
			name: 'Report It',
			value: 'report',
			description: 'At most once: the item says "unknown", and nothing is repeated',
		},
		{
			name: 'Try Again',
			value: 'tryAgain',
			description: 'At least once: the request is repeated, which may do it twice',
		},
	],
});

const parallelField = countField('parallelRequests', {
	displayName: 'Parallel Requests',
	default: 16,
	description: 'How many requests may be under way at once',
});

const skipOptedOutField = booleanField('skipOptedOut', {
	displayName: 'Skip Opted-Out Contacts',
	description:
		'Whether to look up who has opted out of the list, once per run, and skip them. Trackly accepts texts to them and drops them without telling.',
});

const perMinuteField = countField('textsPerMinute', {
	displayName: 'Texts per Minute',
	default: 600,
	description: 'How many texts to send in a minute at most, e.g. what the list is allowed',
});

const perSecondField = countField('textsPerSecond', {
	displayName: 'Texts per Second',
	default: 10,
	description: 'How many texts to send in a second at most',
});

const COMMON = [
	historySizeField,
	idempotencyKeyField,
	idempotencyScopeField,
	unknownField,
] as const;
const ONE_BY_ONE = [parallelField] as const;
const TEXTS = [dryRunField, perMinuteField, perSecondField, skipOptedOutField] as const;

const NAME = 'safeguards';
const LOOK = { displayName: 'Safeguards', placeholder: 'Add safeguard' };

/** All safeguards; which of them the editor offers depends on the operation. */
export const safeguardsField = collectionField(NAME, LOOK, [...COMMON, ...ONE_BY_ONE, ...TEXTS]);

export type SafeguardValues = ValuesOf<[typeof safeguardsField]>['safeguards'];

/** How the editor shows the safeguards of an operation. */
export function safeguardsProperty(of: { texts: boolean; oneByOne: boolean }): INodeProperties {
	const fields: Field[] = [...COMMON];
	if (of.oneByOne) fields.push(...ONE_BY_ONE);
	if (of.texts) fields.push(...TEXTS);
	return collectionField(NAME, LOOK, fields).property;
}
