import type { JsonObject } from '../../http/endpoint';
import { failure, type Outcome } from '../../delivery/outcome';
import { validate, labelsOf, serialize } from '../../input/validate';
import {
	collectionField,
	optionsField,
	readAll,
	type Column,
	type Field,
	type RowOf,
	type ValuesOf,
} from '../fields/field';
import { createRowMapper, mapperProperties, type MappedRow } from './mapper';
import { infoOf, type Operation, type OperationInfo, type RunContext } from '../run/operation';
import { openSafeguards, safeguardProperties, type SafeguardedWork } from '../dispatch/guards';
import {
	envelopeBytes,
	sendBatches,
	type BatchRecord,
	type BatchTarget,
	endpointFor,
} from '../dispatch/dispatch';
import { valuesReader } from '../run/values';

interface BulkDefinition<
	Fields extends readonly Field[],
	Columns extends readonly Column[],
	Options extends readonly Field[],
> extends OperationInfo {
	/** Shown above the columns. */
	fields: Fields;
	columns: Columns;
	/** Name of the editor's method that lists the columns. */
	mapperMethod: string;
	/** Shown below the columns, behind "Add option". */
	options: Options;
	target: BatchTarget;
	/** What the options of the first item change for all requests, e.g. to force look-ups. */
	adapt?(options: Partial<ValuesOf<Options>>): Partial<BatchTarget>;
	/** Name of the column that tells records apart for their owner; every outcome shows it. */
	identity: Columns[number]['name'];
	/** For records that must not be sent twice: what users can set to be sure. */
	safeguards?: SafeguardedWork;
	/**
	 * The record of one item.
	 *
	 * @param others raw values of mapped columns that only the account knows, e.g. custom fields
	 * @throws InputError
	 */
	record(
		row: RowOf<Columns>,
		values: ValuesOf<Fields>,
		options: Partial<ValuesOf<Options>>,
		others: Record<string, unknown>,
	): JsonObject;
}

/**
 * The kind that packs input items into as few requests as the API's limits allow.
 *
 * A record that is refused, here or by Trackly, becomes an outcome of its own and the good ones
 * travel on. Every item ends in one outcome, in input order.
 */
export function bulk<
	const Fields extends readonly Field[],
	const Columns extends readonly Column[],
	const Options extends readonly Field[],
>(definition: BulkDefinition<Fields, Columns, Options>): Operation {
	const { fields, columns, identity } = definition;
	const options = collectionField(
		'options',
		{ displayName: 'Options', placeholder: 'Add option' },
		[...definition.options, rejectedRecordsField],
	);
	const labels = labelsOf([...fields, ...columns, options]);

	type OptionValues = Partial<ValuesOf<Options>>;

	const readersOf = (run: RunContext) => {
		const fieldsOf = valuesReader(run, fields);
		const optionsOf = valuesReader(run, [options]);
		return {
			fieldsOf,
			optionsOf: (itemIndex: number) => optionsOf(itemIndex).options as OptionValues,
		};
	};

	const prepare = (
		run: RunContext,
		{ fieldsOf, optionsOf }: ReturnType<typeof readersOf>,
		target: BatchTarget,
		itemIndex: number,
		mapped: MappedRow,
	): BatchRecord => {
		const record = definition.record(
			readAll(columns, (column) => mapped.of(column.name), run.scope) as RowOf<Columns>,
			fieldsOf(itemIndex),
			optionsOf(itemIndex),
			mapped.others(),
		);
		validate(target.recordSchema, record, labels);
		const entry = target.entry?.(record) ?? record;
		const text = serialize(entry, maxRecordBytes(run, target));
		return {
			itemIndex,
			content: record,
			identity: String(record[identity]),
			text,
			details: { [identity]: record[identity] },
		};
	};

	return {
		...infoOf(definition),
		properties: [
			...fields.map((field) => field.property),
			...mapperProperties(definition.mapperMethod, fields, columns),
			options.property,
			...safeguardProperties(definition.safeguards, false),
		],
		needsCredential: true,
		failuresAreItems: true,
		async run(run) {
			const readers = readersOf(run);
			const target: BatchTarget = {
				...definition.target,
				...(run.items.length > 0 && definition.adapt?.(readers.optionsOf(0))),
			};
			const safeguards = openSafeguards(run, definition.safeguards);
			const outcomes: Array<Outcome | undefined> = [];
			const ready: BatchRecord[] = [];
			const rowOf = createRowMapper(run, columns);
			for (let itemIndex = 0; itemIndex < run.items.length; itemIndex++) {
				const mapped = rowOf(itemIndex);
				try {
					const record = prepare(run, readers, target, itemIndex, mapped);
					safeguards.read(itemIndex);
					const earlier = run.ledger.recall(endpointFor(target, [record]), itemIndex, record.text);
					const isSettled = earlier !== undefined && (earlier.ok || !safeguards.atLeastOnce);
					if (isSettled) outcomes[itemIndex] = earlier;
					else ready.push(record);
				} catch (error) {
					outcomes[itemIndex] = failure(error, { [identity]: rawValue(mapped, identity) });
				}
			}
			const held = await safeguards.holdBack(ready);
			held.forEach((outcome, itemIndex) => (outcomes[itemIndex] = outcome));
			const toSend = ready.filter(({ itemIndex }) => outcomes[itemIndex] === undefined);
			await sendBatches(run, target, safeguards, toSend, outcomes);
			return outcomes as Outcome[];
		},
	};
}

/** The option that every batch operation has; `deliver` reads it. */
export const rejectedRecordsField = optionsField('ifRecordsAreRejected', {
	displayName: 'If Records Are Rejected',
	default: 'returnAsItems',
	description: 'What the node does when single records were rejected or their outcome is unknown',
	options: [
		{
			name: 'Return Them as Items',
			value: 'returnAsItems',
			description: 'Each keeps its place and says why in its own fields',
		},
		{
			name: 'Fail the Node',
			value: 'fail',
			description: 'After all batches were sent, with the counts in the error message',
		},
	],
});

/** Bytes of one record at most: what the API says, and what fits into a request. */
function maxRecordBytes(run: RunContext, target: BatchTarget): number {
	const room = run.limits.maxRequestBytes - envelopeBytes(target);
	return Math.min(target.maxRecordBytes ?? room, room);
}

/** The owner's own value, for an outcome whose record could not be built. */
function rawValue(mapped: MappedRow, column: string): string | undefined {
	try {
		const raw = mapped.of(column);
		return typeof raw === 'string' || typeof raw === 'number' ? String(raw) : undefined;
	} catch {
		return undefined;
	}
}
