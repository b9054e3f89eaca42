import { packBatches } from '../../delivery/pack';
import { failure, success, type Note } from '../../delivery/outcome';
import {
	acceptedRecord,
	isNoneCounted,
	readBulkResponse,
	readBulkResults,
	summaryOf,
} from '../../http/bulkResponse';
import { isIdempotent, type JsonObject } from '../../http/endpoint';
import { RequestError } from '../../http/requestError';
import { objectOf } from '../../http/response';
import { labelsOf, serialize, validate } from '../../input/validate';
import type { Profile } from '../../profile';
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
import { infoOf, type Operation, type OperationInfo, type RunContext } from '../run/operation';
import { valuesReader } from '../run/values';
import { bodyOf, envelopeBytes, textOf, type BulkTarget, type RecordEntry } from './bulkTarget';
import { columnsInEditor, type LearntColumns } from './columns';
import { createRowMapper, mapperProperties, type MappedRow } from './mapper';

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
	/**
	 * The record of one item.
	 *
	 * @param others raw values of mapped columns that only the account knows, e.g. custom fields
	 * @param note tells users something about the item, above the node's output
	 * @throws InputError
	 */
	record(
		row: RowOf<Columns>,
		values: ValuesOf<Fields>,
		options: Partial<ValuesOf<Options>>,
		others: Record<string, unknown>,
		note: (note: Note) => void,
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

interface BulkResponse {
	body: JsonObject;
	/** Why an earlier try of the request may have been done. */
	doubt: RequestError | undefined;
	/** What the API is like, with the key of the credential to hide. */
	profile: Profile;
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
	options: ReturnType<typeof optionsOf>,
): Shipment<RecordEntry, BulkResponse> {
	const { fields, columns, orderingKey, target } = definition;
	const { profile } = run;
	const labels = labelsOf([...fields, ...columns, options], profile.spelling);
	const fieldsOf = valuesReader(run, fields);
	const optionsReader = valuesReader(run, [options]);
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

	return {
		plan(itemIndex) {
			const mapped = rowOf(itemIndex);
			let notes: Note[] | undefined;
			const given = optionsReader(itemIndex).options as Partial<ValuesOf<Options>>;
			const record = definition.record(
				readAll(columns, (column) => mapped.of(column.name), run.scope) as RowOf<Columns>,
				fieldsOf(itemIndex),
				given,
				mapped.others(),
				(note) => (notes ??= []).push(note),
			);
			validate(target.recordSchema, record, labels, profile.spelling);
			const shared = definition.shared?.(given);
			const room = maxRequestBytes - envelopeOf(shared);
			const text = serialize(
				target.entry?.(record) ?? record,
				Math.min(target.maxRecordBytes ?? room, room),
				profile.name,
			);
			return {
				itemIndex,
				content: record,
				orderingKey: String(record[orderingKey]),
				details: detailsOf(record),
				fingerprint: text,
				notes,
				text,
				shared,
			};
		},
		describeUnit: (batch) => ({ batch }),
		describe: (itemIndex) => ({ [orderingKey]: rawValue(rowOf(itemIndex), orderingKey) }),
		guarded: definition.guarded,
		operationOf: () => target.endpoint.operationId,
		isIdempotent: (entries) =>
			typeof target.endpoint.idempotent === 'function'
				? isIdempotent(target.endpoint, bodyOf(target, entries))
				: isIdempotent(target.endpoint),
		pack: (entries, maxEntries) =>
			packBatches(entries, {
				maxRecords: Math.min(target.maxRecords, maxEntries),
				maxBytes: maxRequestBytes,
				bytesOf: ({ text }) => Buffer.byteLength(text),
				envelopeOf: ({ shared }) => envelopeOf(shared),
				travelTogether: (one, other) => sameJson(one.shared, other.shared),
			}),
		async send(client, unit, unitOptions) {
			const request = { endpoint: target.endpoint };
			const body = textOf(target, unit[0].shared, unit);
			const response = await client.request(request, { body, ...unitOptions });
			const { profile: known } = client;
			return { body: objectOf(response, known), doubt: response.doubt, profile: known };
		},
		outcomesOf({ body, doubt, profile: known }, unit, number, idempotent) {
			const identities = unit.map((entry) => entry.orderingKey ?? '');
			const { acceptedStatus, counts = { accepted: '' }, resultsKey } = target;
			const held = isNoneCounted(body, counts) ? target.held?.(body) : undefined;
			const taken = held ?? acceptedRecord(body, acceptedStatus, counts);
			const summary = summaryOf(body, target.facts);
			const verdictOf =
				resultsKey !== undefined
					? readBulkResults(body, identities, resultsKey, known)
					: readBulkResponse(
							held === undefined ? body : { ...body, [counts.accepted]: undefined },
							identities,
							counts,
							known,
							// What is on hold needs no count to be believed.
							idempotent || held !== undefined,
						);
			return ({ details }, place) => {
				const verdict = verdictOf(place);
				if (!(verdict instanceof RequestError)) {
					return success([{ ...verdict, ...taken, ...details, batch: number, ...summary }]);
				}
				// An earlier try of the request may have done what this one is refused.
				const error = (idempotent ? undefined : doubt) ?? verdict;
				return failure(error, { ...details, batch: number, ...summary, ...verdict.details });
			};
		},
		width: WIDTH,
		probes: true,
		maxUnknownInRow: MAX_UNKNOWN_IN_ROW,
		endsAtFailure: false,
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

function sameJson(one: JsonObject | undefined, other: JsonObject | undefined): boolean {
	return one === other || JSON.stringify(one) === JSON.stringify(other);
}
