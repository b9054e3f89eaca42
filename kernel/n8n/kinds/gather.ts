import { success, type Outcome } from '../../delivery/outcome';
import type { ApiRequest, JsonObject } from '../../http/endpoint';
import { judge, objectOf } from '../../http/response';
import type { Field, ValuesOf } from '../fields/field';
import { infoOf, type Operation, type OperationInfo, type RunContext } from '../run/operation';
import { readValues } from '../run/values';
import { readEach } from './readEach';
import { shapeOf, simplifyProperties, type Simplified } from './simplify';

/** Describes an operation that reads what one item wants in several requests. */
export interface GatherDefinition<Fields extends readonly Field[]> extends OperationInfo {
	fields: Fields;
	/** The requests for one item, one at least, in order. @throws InputError */
	requests(values: ValuesOf<Fields>): ApiRequest[];
	/** What the item outputs, by the responses in the same order. */
	output(bodies: readonly JsonObject[], values: ValuesOf<Fields>): JsonObject[];
	/** What each of these is, simplified. */
	simplify?: Simplified;
}

/** The kind that makes one answer of one or more reads: what the API returns in parts only. */
export function gather<const Fields extends readonly Field[]>(
	definition: GatherDefinition<Fields>,
): Operation {
	return {
		...infoOf(definition),
		properties: [
			...definition.fields.map((field) => field.property),
			...simplifyProperties(definition.simplify),
		],
		needsCredential: true,
		failuresAreItems: false,
		run: async (run) =>
			await readEach(run, async (itemIndex) => await gatherItem(run, definition, itemIndex)),
	};
}

async function gatherItem<Fields extends readonly Field[]>(
	run: RunContext,
	definition: GatherDefinition<Fields>,
	itemIndex: number,
): Promise<Outcome> {
	const values = readValues(run, definition.fields, itemIndex);
	const requests = definition.requests(values);
	const shape = shapeOf(run, definition.simplify, itemIndex);
	const client = await run.client();
	const bodies: JsonObject[] = [];
	for (const request of requests) {
		const response = await client.request(request);
		const refusal = judge(response, client.profile, true);
		if (refusal !== undefined) throw refusal;
		bodies.push(objectOf(response, client.profile));
		run.progress.tell(bodies.length, requests.length);
	}
	return success(definition.output(bodies, values).map(shape));
}
