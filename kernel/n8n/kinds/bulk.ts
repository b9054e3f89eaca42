import { sameAsItem, type Note } from '../../delivery/outcome';
import { isIdempotent, type JsonObject } from '../../http/endpoint';
import { labelsOf, serialize, validate } from '../../input/validate';
import { dispatch } from '../dispatch/dispatch';
import { guardProperties } from '../dispatch/guardFields';
import type { GuardedWork } from '../dispatch/guardedWork';
import type { Shipment } from '../dispatch/shipment';
import {
	collectionField,
	optionsField,
	readAll,
	type Column,
	type Field,
	type RowOf,
	type ValuesOf,
} from '../fields/field';
import { firstTryOf } from '../run/firstTry';
import {
	infoOf,
	type Client,
	type Operation,
	type OperationInfo,
	type RunContext,
} from '../run/operation';
import { valuesReader } from '../run/values';
import { batchSender, outcomesOfParts, type BatchPart, type RecordEntry } from './bulkRequest';
import {
	bodyOf,
	envelopeBytes,
	inArray,
	packUnits,
	sharedPart,
	type BulkTarget,
} from './bulkTarget';
import { columnsInEditor, type LearntColumns } from './columns';
import { createRowMapper, mapperProperties, type MappedRow } from './mapper';
import type { RequestContext } from './requestContext';

/** Describes an operation whose input items travel many in a request. */
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
	/** Columns that only the account knows; their values come to `record` as `others`. */
	learntColumns?: LearntColumns<Fields>;
	/** Shown below the columns, after "Add option". */
	options: Options;
	target: BulkTarget;
	/** What the options of an item say beside the array; items that differ in it travel apart. */
	shared?(options: Partial<ValuesOf<Options>>): JsonObject | undefined;
	/**
	 * Name of the column that tells records apart for their owner. Every outcome shows it, and records
	 * with the same value leave in order.
	 */
	orderingKey: Columns[number]['name'];
	/** Further names of a record that every outcome shows, for the nodes after this one. */
	shows?: readonly string[];
	/** For records that must not be sent twice: what users can set to be sure. */
	guarded?: GuardedWork;
	/** Records of one request at most, where users say so. */
	perRequest?(options: Partial<ValuesOf<Options>>): number | undefined;
	/** Whether the API only simulates the work for a record. */
	isDry?(record: JsonObject): boolean;
	/**
	 * Asks whether the run may send what it is about to send, before the first request.
	 *
	 * @param bodies of all requests
	 * @param options of their items, each that differs
	 * @throws why not; then nothing is sent
	 */
	checkAll?(
		client: Client,
		bodies: readonly JsonObject[],
		options: ReadonlyArray<Partial<ValuesOf<Options>>>,
	): Promise<void>;
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
		item: Pick<RequestContext, 'note' | 'startedAt'>,
	): JsonObject;
}

/** Requests under way at the same time. What a crash leaves in doubt counts as sent where there are keys. */
const WIDTH = { plain: 4, keyed: 1 };

/** Requests in a row without a known outcome after which nothing further is tried. */
const MAX_UNKNOWN_IN_ROW = 3;

/**
 * The kind that packs input items into as few requests as the API's limits allow.
 *
 * A record that is refused, here or by the API, becomes a separate outcome and the good ones are
 * sent.
 */
export function bulk<
	const Fields extends readonly Field[],
	const Columns extends readonly Column[],
	const Options extends readonly Field[],
>(definition: BulkDefinition<Fields, Columns, Options>): Operation {
	const { fields, columns } = definition;
	const options = optionsOf(definition);
	return {
		...infoOf(definition),
		properties: [
			...fields.map((field) => field.property),
			...mapperProperties(definition.mapperMethod, fields, columns),
			options.property,
			...guardProperties(definition.guarded, false),
		],
		needsCredential: true,
		failuresAreItems: true,
		reportsStatus: true,
		mapper: {
			method: definition.mapperMethod,
			list: async (context, profile) =>
				await columnsInEditor(context, profile, fields, columns, definition.learntColumns),
		},
		run: async (run) => await dispatch(run, shipmentOf(run, definition, options)),
	};
}

/** The option that every bulk operation has; `toOutput` reads it. */
export const rejectedRecordsField = optionsField('ifRecordsAreRejected', {
	displayName: 'If Some Items Fail',
	default: 'returnAsItems',
	description: 'What to do when items are rejected or their outcome is unknown',
	options: [
		{
			name: 'Return Them as Items',
			value: 'returnAsItems',
			description: 'Each item keeps its place and says what went wrong',
		},
		{
			name: 'Fail the Node',
			value: 'fail',
			description: 'The node fails after all requests, with the counts in the error message',
		},
	],
});

function optionsOf({ options }: { options: readonly Field[] }) {
	return collectionField('options', { displayName: 'Options', placeholder: 'Add option' }, [
		...options,
		rejectedRecordsField,
	]);
}

function shipmentOf<
	Fields extends readonly Field[],
	Columns extends readonly Column[],
	Options extends readonly Field[],
>(
	run: RunContext,
	definition: BulkDefinition<Fields, Columns, Options>,
	options: Field,
): Shipment<RecordEntry, BatchPart[]> {
	const { fields, columns, orderingKey, target } = definition;
	const { profile } = run;
	const labels = labelsOf([...fields, ...columns, options], profile.spelling);
	const fieldsOf = valuesReader(run, fields);
	const optionsReader = valuesReader(run, [options]);
	const optionsOf = (itemIndex: number) =>
		optionsReader(itemIndex).options as Partial<ValuesOf<Options>>;
	const rowOf = createRowMapper(run, columns);
	const { maxRequestBytes } = profile.limits;
	const shown = [orderingKey, ...(definition.shows ?? [])];
	const detailsOf = (record: JsonObject): JsonObject => {
		const details: JsonObject = {};
		for (const name of shown) details[name] = record[name];
		return details;
	};
	const bareEnvelope = envelopeBytes(target, undefined);
	const envelopeOf = (shared: JsonObject | undefined) =>
		shared === undefined ? bareEnvelope : envelopeBytes(target, shared);
	const startedAt = () => firstTryOf(run.context, profile.id);
	const besideOf = sharedPart(target);
	const firstLike = repeatFinder();
	const pack = (entries: readonly RecordEntry[], maxEntries: number) =>
		packUnits(target, entries, maxEntries, maxRequestBytes);

	return {
		plan(itemIndex) {
			const mapped = rowOf(itemIndex);
			let notes: Note[] | undefined;
			const given = optionsOf(itemIndex);
			const record = definition.record(
				readAll(columns, (column) => mapped.of(column.name), run.scope) as RowOf<Columns>,
				fieldsOf(itemIndex),
				given,
				mapped.others(),
				{ note: (note) => (notes ??= []).push(note), startedAt },
			);
			validate(target.recordSchema, record, labels, profile.spelling);
			const { shared = definition.shared?.(given), group } = besideOf(record);
			const room = maxRequestBytes - envelopeOf(shared);
			const text = serialize(
				inArray(target, record),
				Math.min(target.maxRecordBytes ?? room, room),
				profile.name,
			);
			return {
				itemIndex,
				content: record,
				orderingKey: String(record[orderingKey]),
				details: detailsOf(record),
				isDry: definition.isDry?.(record),
				notes,
				// Not the text itself: a large run would hold every text twice.
				bytes: Buffer.byteLength(text),
				shared,
				group,
				most: definition.perRequest?.(given),
			};
		},
		leaveOut(entry) {
			if (target.repeatReason === undefined) return undefined;
			const first = firstLike(entry);
			return first === undefined
				? undefined
				: sameAsItem(target.repeatReason, first, entry.details);
		},
		checkAll:
			definition.checkAll &&
			(async (client, entries) => {
				const bodies = pack(entries, Infinity).map((unit) => bodyOf(target, unit));
				const given = new Set(entries.map(({ itemIndex }) => optionsOf(itemIndex)));
				await definition.checkAll!(client, bodies, [...given]);
			}),
		describeUnit: (batch) => ({ batch }),
		describe: (itemIndex) => ({ [orderingKey]: rawValue(rowOf(itemIndex), orderingKey) }),
		guarded: definition.guarded,
		operationOf: () => target.endpoint.operationId,
		fingerprintOf: ({ content, group }) => {
			const text = JSON.stringify(inArray(target, content));
			return group === undefined ? text : `${text}\n${group}`;
		},
		isIdempotent: (entries) =>
			typeof target.endpoint.idempotent === 'function'
				? isIdempotent(target.endpoint, bodyOf(target, entries))
				: isIdempotent(target.endpoint),
		pack,
		send: batchSender(target),
		outcomesOf: (parts, unit, number, idempotent) =>
			outcomesOfParts(target, parts, unit, number, idempotent),
		width: WIDTH,
		probes: true,
		maxUnknownInRow: MAX_UNKNOWN_IN_ROW,
		endsAtFailure: false,
	};
}

/** Finds the item with the first record that is the same beside the same; nothing for the first itself. */
function repeatFinder(): (entry: RecordEntry) => number | undefined {
	const groups = new Map<string, Map<string, number>>();
	return ({ group = '', orderingKey = '', itemIndex }) => {
		const seen = groups.get(group) ?? new Map<string, number>();
		groups.set(group, seen);
		const first = seen.get(orderingKey);
		if (first === undefined) seen.set(orderingKey, itemIndex);
		return first;
	};
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
