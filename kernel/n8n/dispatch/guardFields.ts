import type { INodeProperties } from 'n8n-workflow';

import { isJsonObject } from '../../http/endpoint';
import { InputError } from '../../input/inputError';
import { readGuard } from '../../input/read';
import { evaluated } from '../fields/evaluated';
import {
	booleanField,
	collectionField,
	integerField,
	optionsField,
	textField,
	type Field,
	type FieldOptions,
} from '../fields/field';
import type { RunContext } from '../run/operation';
import { NO_GUARDS, type GuardedWork, type GuardReader } from './guardedWork';

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
	default: true,
	description:
		'Whether to check all items without sending anything. Each item shows its text, encoding and segments.',
});

const plainDryRunField = booleanField('dryRun', {
	displayName: 'Dry Run',
	default: true,
	description: 'Whether to check everything and send nothing. Each item shows what would be sent.',
});

const historySizeField = countField('idempotencyHistorySize', {
	displayName: 'Idempotency History Size',
	default: 10_000,
	description:
		'How many keys n8n remembers. Must be at least the number of items per run. The keys that were unused longest are forgotten first.',
});

const idempotencyKeyField = textField('idempotencyKey', {
	displayName: 'Idempotency Key',
	placeholder: 'e.g. order-1187',
	description:
		'A value that is unique for each action, e.g. an order number. An item whose key was used before is skipped, also in later executions. A key can be used again if its request was certainly not carried out.',
});

const idempotencyScopeField = optionsField('idempotencyScope', {
	displayName: 'Idempotency Scope',
	default: 'node',
	noDataExpression: true,
	description: 'Which nodes share idempotency keys',
	options: [
		{ name: 'This Node', value: 'node' },
		{
			name: 'Whole Workflow',
			value: 'workflow',
			description: 'All nodes of this service in this workflow with the same resource and scope',
		},
		{
			name: 'This Node, Strict',
			value: 'nodeStrict',
			description:
				'For n8n with several workers: a key counts once, even if they use it at the same moment. They take turns to record their keys.',
		},
		{
			name: 'Whole Workflow, Strict',
			value: 'workflowStrict',
			description: 'The same for the whole workflow. All its nodes must be set to it.',
		},
	],
});

/** @param verb what would be done again @param twice what may then happen twice */
const lostResponseField = (verb: string, twice: string) =>
	optionsField('ifOutcomeIsUnknown', {
		displayName: 'If the Response Is Lost',
		default: 'report',
		noDataExpression: true,
		description:
			'What to do when the response to a request is lost, so that nobody knows whether it was carried out',
		options: [
			{
				name: `Don't ${verb}`,
				value: 'report',
				description: 'At most once. The status of the item is "unknown".',
			},
			{
				name: `${verb} (May ${twice} Twice)`,
				value: 'tryAgain',
				description: 'At least once. The request is repeated.',
			},
		],
	});

const parallelField = countField('parallelRequests', {
	displayName: 'Requests at Once',
	default: 16,
	description: 'Maximum number of requests at the same time',
});

const skipOptedOutField = booleanField('skipOptedOut', {
	displayName: 'Skip Opted-Out Contacts',
	default: true,
	description:
		'Whether to look up who opted out of the list, once per run, and skip these contacts. Otherwise the service may accept texts to them and drop them silently.',
});

const perMinuteField = countField('textsPerMinute', {
	displayName: 'Texts per Minute',
	default: 600,
	description: 'Maximum number of texts per minute, e.g. the limit of the sender',
});

const perSecondField = countField('textsPerSecond', {
	displayName: 'Texts per Second',
	default: 10,
	description: 'Maximum number of texts per second',
});

const forTexts = lostResponseField('Resend', 'Text');
const forOthers = lostResponseField('Repeat', 'Do It');

const COMMON = [historySizeField, idempotencyKeyField, idempotencyScopeField] as const;
const ONE_BY_ONE = [parallelField] as const;
const PACE = [perMinuteField, perSecondField] as const;

const NAME = 'safeguards';
const LOOK = { displayName: 'Safeguards', placeholder: 'Add safeguard' };

/** The parameter through which users set guards; none where there is nothing to guard. */
export function guardProperties(
	work: GuardedWork | undefined,
	oneByOne: boolean,
): INodeProperties[] {
	if (work === undefined) return [];
	const fields: Field[] = [...COMMON, work.texts === undefined ? forOthers : forTexts];
	if (oneByOne) fields.push(...ONE_BY_ONE);
	if (work.texts !== undefined) {
		fields.push(...PACE);
		if (work.texts.preview !== undefined) fields.push(dryRunField);
		if (work.texts.findOptedOut !== undefined) fields.push(skipOptedOutField);
	} else if (work.preview !== undefined) fields.push(plainDryRunField);
	return [collectionField(NAME, LOOK, fields).property];
}

/** Guards that are set once for all items. */
const FOR_ALL = [
	historySizeField,
	idempotencyScopeField,
	forOthers,
	parallelField,
	perMinuteField,
	perSecondField,
] as const;

/** Guards that each item has for itself. */
const FOR_EACH: readonly Field[] = [idempotencyKeyField, dryRunField, skipOptedOutField];

/** A reader for one run of the node. */
export function readGuards(run: RunContext): GuardReader {
	const stored = run.context.getNode().parameters[NAME] ?? {};
	const added = isJsonObject(stored) ? stored : {};
	const hasAny = FOR_EACH.some(({ name }) => name in added);
	const rawOf = ({ name, property }: Field, itemIndex: number): unknown =>
		evaluated(property.displayName, () => run.parameters.read([NAME, name], itemIndex));
	const valueOf = <Value>(field: Field<string, Value>, itemIndex: number): Value =>
		field.read(rawOf(field, itemIndex), field.property.displayName, run.scope);
	const isOn = (field: Field, itemIndex: number): boolean =>
		field.name in added &&
		readGuard(rawOf(field, itemIndex), field.property.displayName, run.scope);

	return {
		keyed: idempotencyKeyField.name in added,
		usualHistorySize: Number(historySizeField.property.default),
		labels: {
			historySize: historySizeField.property.displayName,
			idempotencyKey: idempotencyKeyField.property.displayName,
		},
		forAll() {
			if (!isJsonObject(stored)) throw notACollection();
			return Object.fromEntries(
				FOR_ALL.filter(({ name }) => name in added).map((field) => [
					field.name,
					valueOf<unknown>(field, 0),
				]),
			);
		},
		forItem(itemIndex) {
			if (!hasAny) return NO_GUARDS;
			const key =
				idempotencyKeyField.name in added
					? (valueOf(idempotencyKeyField, itemIndex)?.trim() ?? '')
					: undefined;
			if (key === '') {
				const { displayName } = idempotencyKeyField.property;
				throw new InputError(displayName, 'missing_idempotency_key', 'is empty');
			}
			return {
				key,
				dryRun: isOn(dryRunField, itemIndex),
				skipOptedOut: isOn(skipOptedOutField, itemIndex),
			};
		},
	};
}

function notACollection(): InputError {
	return new InputError(
		LOOK.displayName,
		'invalid_value',
		'must not be an expression',
		'Add the safeguards in the node one by one. Each of them can be an expression.',
	);
}
