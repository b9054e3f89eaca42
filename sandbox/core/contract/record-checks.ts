import Ajv2020 from 'ajv/dist/2020';
import type { ValidateFunction } from 'ajv';
import type { ApiError } from './api-error';
import type { ContractDocument, DocumentedCode } from './document';
import type { Refusals } from './refusals';

interface ArraySchema {
	'x-item-validation'?: string;
	items?: { $ref: string };
}
interface ObjectSchema {
	properties?: Record<string, ArraySchema>;
	'x-max-bytes'?: number;
}

/** How the entries of one bulk operation are checked. */
export interface RecordCheck {
	/** Field of the body that holds the entries. */
	field: string;
	/** What is wrong with one entry; undefined when it is good. */
	refuse(record: unknown): ApiError | undefined;
}

/** Checks what openapi-backend cannot: entries one by one, and sizes in bytes (`x-max-bytes`). */
export class RecordChecks {
	private readonly ajv = new Ajv2020({ strict: false, allErrors: true, verbose: true });

	/** `contract` is the document as written. */
	constructor(
		private readonly contract: ContractDocument,
		private readonly refusals: Refusals,
	) {
		this.ajv.addSchema(contract, 'contract');
	}

	/** The check for a body schema with a `per-record` array; undefined for any other. */
	forBody(bodyRef: string, documented: readonly DocumentedCode[]): RecordCheck | undefined {
		const properties = Object.entries(this.resolve(bodyRef).properties ?? {});
		const bulk = properties.find(([, schema]) => schema['x-item-validation'] === 'per-record');
		if (bulk?.[1].items === undefined) return undefined;
		const [field, { items }] = bulk;
		const validate = this.compile(items.$ref);
		const codes = documented.filter(({ scope }) => scope === 'record');
		return {
			field,
			refuse: (record) => {
				if (validate(record)) return this.refuseSize(items.$ref, record);
				// Same shape as openapi-backend's paths: the first part says where the value came from.
				const faults = (validate.errors ?? []).map((fault) => ({
					...fault,
					instancePath: `/requestBody${fault.instancePath}`,
				}));
				return this.refusals.invalid(faults, codes);
			},
		};
	}

	/** The refusal of a value above the `x-max-bytes` of its schema. */
	refuseSize(ref: string, value: unknown): ApiError | undefined {
		const maxBytes = this.resolve(ref)['x-max-bytes'];
		if (maxBytes === undefined) return undefined;
		if (Buffer.byteLength(JSON.stringify(value)) <= maxBytes) return undefined;
		return this.refusals.bodyTooLarge();
	}

	private compile(ref: string): ValidateFunction {
		const validate = this.ajv.getSchema(`contract${ref}`);
		if (validate === undefined) throw new Error(`The contract has no ${ref}`);
		return validate;
	}

	private resolve(ref: string): ObjectSchema {
		const name = ref.split('/').at(-1) ?? '';
		return (this.contract.components?.schemas?.[name] ?? {}) as ObjectSchema;
	}
}
