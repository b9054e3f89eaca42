import {
	booleanField,
	type Client,
	collectionField,
	InputError,
	numberField,
	readGuard,
	RequestError,
	type Field,
	type JsonObject,
	type ValuesOf,
} from '../../../../../../kernel';
import { dataOf } from '../../api/data';
import { endpoints } from '../../api/endpoints';
import { simple } from '../../api/simple';
import { hourIn } from './moment';

/** A limit that must have a value once it was added: an expression that finds nothing is a mistake. */
function limitField<Name extends string>(
	name: Name,
	look: Parameters<typeof numberField>[1],
): Field<Name, number> {
	const field = numberField(name, look);
	return {
		...field,
		read(raw, label, scope) {
			const limit = field.read(raw, label, scope);
			if (limit !== undefined && limit >= 0) return limit;
			throw new InputError(label, 'invalid_limit', 'must be a number of 0 or more');
		},
	};
}

function guardField<Name extends string>(
	name: Name,
	look: Parameters<typeof booleanField>[1],
): Field<Name, boolean> {
	return { ...booleanField(name, { default: true, ...look }), read: readGuard };
}

const fields = [
	limitField('atMostCost', {
		displayName: 'At Most Estimated Cost',
		typeOptions: { minValue: 0, numberPrecision: 2 },
		description: 'In dollars. A project that is estimated to cost more is not scheduled.',
	}),
	limitField('atMostRecipients', {
		displayName: 'At Most Recipients',
		typeOptions: { minValue: 0 },
		default: 1_000,
		description: 'A project with more recipients is not scheduled',
	}),
	guardField('requireTest', {
		displayName: 'Require a Delivered Test',
		description: 'Whether to schedule only a project of which a test was delivered',
	}),
	guardField('requireWindow', {
		displayName: 'Require Sending Window',
		description: 'Whether to schedule only for between 8:00 and 22:00 in the Time Zone',
	}),
] as const;

/** What must hold before a project is scheduled. One that cannot be checked holds back the project. */
export const guardsField = collectionField(
	'guards',
	{ displayName: 'Guards', placeholder: 'Add guard' },
	fields,
);

type Guards = Partial<ValuesOf<typeof fields>>;

/** What a project is checked for. */
export interface Planned {
	projectId: string;
	moment: string;
	timeZone: string;
	guards: Guards;
}

/** @throws InputError where a guard trips, RequestError where it cannot be checked */
export async function checkGuards(client: Client, planned: Planned, now: number): Promise<void> {
	const { projectId, guards } = planned;
	const of = { pathParameters: { id: projectId } };
	if (guards.requireWindow === true) checkWindow(planned, now);
	if (guards.atMostRecipients !== undefined || guards.atMostCost !== undefined) {
		const project = dataOf(await client.send({ endpoint: endpoints.getProject, ...of }));
		checkLimits(project, guards);
	}
	if (guards.requireTest === true) {
		const stats = dataOf(await client.send({ endpoint: endpoints.getProjectStats, ...of }));
		checkTest(stats);
	}
}

/** contract NOTES §7: the sending window. */
function checkWindow({ moment, timeZone }: Planned, now: number): void {
	const hour = hourIn(Math.max(now, Date.parse(moment)), timeZone);
	if (hour >= 8 && hour < 22) return;
	throw tripped(
		'requireWindow',
		'outside_sending_window',
		`not scheduled: it would begin at ${hour}:00 or later in ${timeZone}, outside 8:00 to 22:00`,
	);
}

function checkLimits(project: JsonObject, { atMostRecipients, atMostCost }: Guards): void {
	const { totalRecipients, estimatedCostCents } = simple.project(project);
	if (atMostRecipients !== undefined) {
		const count = numberIn(totalRecipients, 'how many recipients it has');
		if (count > atMostRecipients) {
			const text = `not scheduled: the project has ${count.toLocaleString('en')} recipients, more than ${atMostRecipients.toLocaleString('en')}`;
			throw tripped('atMostRecipients', 'too_many_recipients', text);
		}
	}
	if (atMostCost !== undefined) {
		const dollars = numberIn(estimatedCostCents, 'what it is estimated to cost') / 100;
		if (dollars > atMostCost) {
			const text = `not scheduled: the project is estimated to cost $${dollars.toFixed(2)}, more than $${atMostCost.toFixed(2)}`;
			throw tripped('atMostCost', 'too_expensive', text);
		}
	}
}

function checkTest(stats: JsonObject): void {
	const { test } = simple.projectStats(stats);
	// The first form of the statistics has none (contract: getProjectStats).
	const { delivered } = (test ?? {}) as JsonObject;
	if (numberIn(delivered, 'whether a test was delivered') > 0) return;
	throw tripped('requireTest', 'no_delivered_test', 'not scheduled: no test was delivered yet');
}

function numberIn(value: unknown, what: string): number {
	if (typeof value === 'number') return value;
	throw new RequestError(`Political Comms does not say ${what}`, {
		kind: 'refused',
		code: 'not_checked',
	});
}

function tripped(name: string, code: string, text: string): InputError {
	const label = fields.find((field) => field.name === name)!.property.displayName;
	return new InputError(label, code, text);
}
