import type { Endpoint, JsonObject, JsonValue } from '../endpoint';
import { meetsEveryRequest } from '../failure';
import { readBatchAnswer, readBatchResults } from '../batchAnswer';
import { failure, notSent, success, type Outcome } from '../outcome';
import { packBatches } from '../pack';
import { checkAgainst, labelsOf, serialize } from './check';
import { lookOf, readValues } from './each';
import {
	collectionField,
	optionsField,
	readAll,
	type Column,
	type Field,
	type RowOf,
	type ValuesOf,
} from './field';
import { createRowMapper, mapperProperties, type MappedRow } from './mapper';
import type { Operation, OperationLook, Run } from './operation';

/** Where the records of a batch go and what one request may hold. */
export interface BatchTarget {
	endpoint: Endpoint;
	/** Name of the array in the request body. */
	recordsKey: string;
	/** Schema of one record. */
	recordSchema: Endpoint['body'];
	/** Records of one request at most. */
	maxRecords: number;
	/** Bytes of one record at most, where the API says so. */
	maxRecordBytes?: number;
	/** Status of a record that Trackly took. */
	acceptedStatus: string;
	/** Name of the count of accepted records in the answer, which names the others in `errors[]`. */
	acceptedCount?: string;
	/** Name of the results in the answer, where each record has one in its place. */
	resultsKey?: string;
	/** What stands in the array for a record; the record itself unless said otherwise. */
	entry?(record: JsonObject): JsonValue;
}

interface BatchDefinition<
	Fields extends readonly Field[],
	Columns extends readonly Column[],
	Options extends readonly Field[],
> extends OperationLook {
	/** Shown above the columns. */
	fields: Fields;
	columns: Columns;
	/** Name of the editor's method that lists the columns. */
	mapperMethod: string;
	/** Shown below the columns, behind "Add option". */
	options: Options;
	target: BatchTarget;
	/** Name of the column that tells records apart for their owner; every outcome shows it. */
	identity: Columns[number]['name'];
	/**
	 * The record of one item.
	 *
	 * @param others raw values of mapped columns that only the account knows, e.g. custom fields
	 * @throws InputProblem
	 */
	record(
		row: RowOf<Columns>,
		values: ValuesOf<Fields>,
		options: Partial<ValuesOf<Options>>,
		others: Record<string, unknown>,
	): JsonObject;
}

interface Prepared {
	itemIndex: number;
	text: string;
	details: JsonObject;
}

/**
 * The kind that packs input items into as few requests as the API's limits allow.
 *
 * A record that is refused, here or by Trackly, becomes an outcome of its own and the good ones
 * travel on. Every item ends in one outcome, in input order.
 */
export function batch<
	const Fields extends readonly Field[],
	const Columns extends readonly Column[],
	const Options extends readonly Field[],
>(definition: BatchDefinition<Fields, Columns, Options>): Operation {
	const { fields, columns, target, identity } = definition;
	const options = collectionField(
		'options',
		{ displayName: 'Options', placeholder: 'Add option' },
		[...definition.options, rejectedRecordsField],
	);
	const labels = labelsOf([...fields, ...columns, options]);

	const prepare = (run: Run, itemIndex: number, mapped: MappedRow): Prepared => {
		const record = definition.record(
			readAll(columns, (column) => mapped.of(column.name), run.scope) as RowOf<Columns>,
			readValues(run, fields, itemIndex),
			readValues(run, [options], itemIndex).options as Partial<ValuesOf<Options>>,
			mapped.others(),
		);
		checkAgainst(target.recordSchema, record, labels);
		const room = run.limits.maxRequestBytes - envelopeBytes(target);
		const entry = target.entry?.(record) ?? record;
		const text = serialize(entry, Math.min(target.maxRecordBytes ?? room, room));
		return { itemIndex, text, details: { [identity]: record[identity] } };
	};

	return {
		...lookOf(definition),
		properties: [
			...fields.map((field) => field.property),
			...mapperProperties(definition.mapperMethod, fields, columns),
			options.property,
		],
		needsCredential: true,
		failuresAreItems: true,
		async run(run) {
			const outcomes: Array<Outcome | undefined> = [];
			const prepared: Prepared[] = [];
			const rowOf = createRowMapper(run, columns);
			for (let itemIndex = 0; itemIndex < run.items.length; itemIndex++) {
				const mapped = rowOf(itemIndex);
				try {
					const record = prepare(run, itemIndex, mapped);
					const earlier = run.ledger.recall(target.endpoint, itemIndex, record.text);
					if (earlier === undefined) prepared.push(record);
					else outcomes[itemIndex] = earlier;
				} catch (error) {
					outcomes[itemIndex] = failure(error, { [identity]: asGiven(mapped, identity) });
				}
			}
			await sendAll(run, target, prepared, outcomes);
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

/**
 * Sends the records batch after batch and writes their outcomes.
 *
 * A failure that would meet every further request as well (key, account, no connection) ends the
 * sending. Every other failure leaves the remaining batches their chance.
 *
 * @throws such a failure, with On Error = Stop, when no record got through or is in doubt
 */
async function sendAll(
	run: Run,
	target: BatchTarget,
	prepared: readonly Prepared[],
	outcomes: Array<Outcome | undefined>,
): Promise<void> {
	const batches = packBatches(
		prepared.map((record) => Buffer.byteLength(record.text)),
		{ maxRecords: target.maxRecords, maxBytes: run.limits.maxRequestBytes },
		envelopeBytes(target),
	);
	let ended: unknown;
	for (const [index, { start, end }] of batches.entries()) {
		const records = prepared.slice(start, end);
		if (ended !== undefined) {
			for (const { itemIndex, details } of records) outcomes[itemIndex] = notSent(ended, details);
			continue;
		}
		const answerOf = await sendBatch(run, target, records);
		records.forEach(({ itemIndex, text, details }, position) => {
			const answered = answerOf(position);
			const facts = { ...details, batch: index + 1 };
			const outcome =
				answered instanceof Error
					? failure(answered, facts)
					: success({ ...answered, status: target.acceptedStatus, ...facts });
			outcomes[itemIndex] = outcome;
			run.ledger.record(target.endpoint, itemIndex, text, outcome);
		});
		const first = answerOf(0);
		if (first instanceof Error && meetsEveryRequest(first)) ended = first;
	}
	if (ended !== undefined && run.stopOnError && !outcomes.some(isDoneOrInDoubt)) throw ended;
}

/** Sends one batch. @returns what came of the record at a position: its failure, or its result */
async function sendBatch(
	run: Run,
	{ endpoint, recordsKey, acceptedCount = '', resultsKey }: BatchTarget,
	records: readonly Prepared[],
): Promise<(position: number) => Error | JsonObject | undefined> {
	const body = `{"${recordsKey}":[${records.map((record) => record.text).join(',')}]}`;
	try {
		const client = await run.client();
		const answer = await client.send({ endpoint }, body);
		return resultsKey === undefined
			? readBatchAnswer(answer, records.length, acceptedCount)
			: readBatchResults(answer, records.length, resultsKey);
	} catch (error) {
		const failed = error instanceof Error ? error : new Error(String(error));
		return () => failed;
	}
}

function isDoneOrInDoubt(outcome: Outcome | undefined): boolean {
	return outcome !== undefined && (outcome.ok || outcome.status === 'unknown');
}

function envelopeBytes({ recordsKey }: BatchTarget): number {
	return Buffer.byteLength(`{"${recordsKey}":[]}`);
}

/** The owner's own value, for an outcome whose record could not be built. */
function asGiven(mapped: MappedRow, column: string): string | undefined {
	try {
		const raw = mapped.of(column);
		return typeof raw === 'string' || typeof raw === 'number' ? String(raw) : undefined;
	} catch {
		return undefined;
	}
}
