import type { ContractDocument, DocumentedCode } from './document';
import type { ApiError } from '../../trackly/error-codes';
import { RecordChecks } from './record-checks';
import type { RecordCheck } from './record-checks';

const METHODS = ['get', 'put', 'post', 'delete', 'patch'] as const;

interface WrittenOperation {
	operationId?: string;
	'x-error-codes'?: DocumentedCode[];
	requestBody?: { content?: Record<string, { schema?: { $ref?: string } }> };
}

/** A refusal ready to be sent. */
export interface Refusal {
	status: number;
	body: { error: string; code?: string };
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

	constructor(contract: ContractDocument) {
		const checks = new RecordChecks(contract);
		this.common = (contract as unknown as Record<string, DocumentedCode[]>)['x-common-error-codes'];
		for (const item of Object.values(contract.paths ?? {})) {
			for (const method of METHODS) {
				const written = item?.[method] as WrittenOperation | undefined;
				if (written?.operationId === undefined) continue;
				const operation = new Operation(written, written['x-error-codes'] ?? [], checks);
				this.byId.set(written.operationId, operation);
			}
		}
	}

	get(operationId: string): Operation | undefined {
		return this.byId.get(operationId);
	}

	/** The text for a refusal: its own, else the contract's description of the code. */
	textFor(refusal: ApiError, operation?: Operation): string {
		if (refusal.message !== '') return refusal.message;
		const when = this.documented(refusal, operation)?.when ?? 'The request is not valid.';
		return when.replaceAll('`', '').replace(/\.$/, '');
	}

	/** Status and body of a refusal, as documented for the operation. */
	refusal(error: ApiError, operation?: Operation): Refusal {
		const status = error.status ?? this.documented(error, operation)?.status ?? 400;
		const text = this.textFor(error, operation);
		return { status, body: { error: text, ...(error.code !== undefined && { code: error.code }) } };
	}

	private documented(error: ApiError, operation?: Operation): DocumentedCode | undefined {
		if (error.code === undefined) return undefined;
		const known = [...(operation?.codes ?? []), ...this.common];
		return known.find(({ code }) => code === error.code);
	}
}
