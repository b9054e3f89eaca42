import { STATUS_CODES } from 'node:http';
import type { ApiError } from './api-error';
import { ApiResponse } from './api-response';
import type { ContractDocument, DocumentedCode } from './document';
import { RecordChecks } from './record-checks';
import type { RecordCheck } from './record-checks';
import type { Refusals } from './refusals';

const METHODS = ['get', 'put', 'post', 'delete', 'patch'] as const;
const DEFAULT_STATUS = 400;

interface WrittenOperation {
	operationId?: string;
	'x-error-codes'?: DocumentedCode[];
	requestBody?: { content?: Record<string, { schema?: { $ref?: string } }> };
}

/** What the contract says about one operation beyond routes and schemas. */
export class Operation {
	readonly hasBody: boolean;
	/** Check of bulk entries; undefined where the body is not a bulk one. */
	readonly records: RecordCheck | undefined;
	private readonly bodyRef: string;

	constructor(
		written: WrittenOperation,
		readonly codes: readonly DocumentedCode[],
		private readonly checks: RecordChecks,
	) {
		this.hasBody = written.requestBody !== undefined;
		this.bodyRef = written.requestBody?.content?.['application/json']?.schema?.$ref ?? '';
		this.records = checks.forBody(this.bodyRef, codes);
	}

	/** Codes that refuse the whole request. */
	get requestCodes(): DocumentedCode[] {
		return this.codes.filter(({ scope }) => scope !== 'record');
	}

	/** The refusal of a body that is too large for its kind (`x-max-bytes`). */
	refuseSize(body: unknown): ApiError | undefined {
		return this.hasBody ? this.checks.refuseSize(this.bodyRef, body) : undefined;
	}
}

/** The contract's operations by operationId, and the words and statuses of its codes. */
export class Operations {
	private readonly byId = new Map<string, Operation>();
	private readonly common: DocumentedCode[];
	/** Codes of all operations, in the contract's order. */
	private readonly all: DocumentedCode[] = [];

	constructor(
		contract: ContractDocument,
		private readonly refusals: Refusals,
	) {
		const checks = new RecordChecks(contract, refusals);
		const { 'x-common-error-codes': common = [] } = contract as {
			'x-common-error-codes'?: DocumentedCode[];
		};
		this.common = common;
		for (const item of Object.values(contract.paths ?? {})) {
			for (const method of METHODS) {
				const written = item?.[method] as WrittenOperation | undefined;
				if (written?.operationId === undefined) continue;
				const operation = new Operation(written, written['x-error-codes'] ?? [], checks);
				this.byId.set(written.operationId, operation);
				this.all.push(...operation.codes);
			}
		}
	}

	get(operationId: string): Operation | undefined {
		return this.byId.get(operationId);
	}

	/** The text of a refusal: its own, else the contract's for its code, else that of its status. */
	textFor(refusal: ApiError, operation?: Operation): string {
		if (refusal.message !== '') return refusal.message;
		const printed = this.documented(refusal, operation)?.when;
		if (printed !== undefined) return printed.replaceAll('`', '').replace(/\.$/, '');
		return STATUS_CODES[refusal.status ?? DEFAULT_STATUS] ?? 'Error';
	}

	/** The response of a refusal, as documented for the operation. */
	refusal(error: ApiError, operation?: Operation): ApiResponse {
		const status = error.status ?? this.documented(error, operation)?.status ?? DEFAULT_STATUS;
		return new ApiResponse(status, this.refusals.body(error, this.textFor(error, operation)));
	}

	/** What the contract says of a code: for the operation, else for all, else for another one. */
	private documented({ code }: ApiError, operation?: Operation): DocumentedCode | undefined {
		if (code === undefined) return undefined;
		const of = (codes: readonly DocumentedCode[]) => codes.find((each) => each.code === code);
		return of(operation?.codes ?? []) ?? of(this.common) ?? of(this.all);
	}
}
