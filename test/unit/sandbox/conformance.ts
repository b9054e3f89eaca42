import Ajv2020 from 'ajv/dist/2020';

import { Conformance } from '../../../sandbox/core/contract/conformance';
import { readContract } from '../../../sandbox/core/contract/document';
import { contract } from '../../../sandbox/trackly/contract';

const ajv = new Ajv2020({ strict: false, allErrors: true });
ajv.addSchema(readContract(contract), 'contract');
const conformance = new Conformance(contract);

/** Fails unless the contract allows this answer to this request. */
export function expectDocumentedAnswer(
	method: string,
	target: string,
	status: number,
	responseBody: unknown,
): void {
	const faults = conformance.responseFaults({ method, target, status, responseBody });
	if (faults.length > 0) {
		throw new Error(`${method} ${target}: ${JSON.stringify(responseBody)} ${faults.join('; ')}`);
	}
}

/** Fails unless the value fits a schema of the contract's components. */
export function expectSchema(name: string, value: unknown): void {
	const validate = ajv.getSchema(`contract#/components/schemas/${name}`);
	if (!validate) throw new Error(`The contract has no ${name}`);
	if (!validate(value)) {
		throw new Error(`${JSON.stringify(value)} breaks ${name}: ${ajv.errorsText(validate.errors)}`);
	}
}
