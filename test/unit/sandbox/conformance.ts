import Ajv2020 from 'ajv/dist/2020';

import { Conformance } from '../../../sandbox/core/contract/conformance';
import { readContract } from '../../../sandbox/core/contract/document';

const ajv = new Ajv2020({ strict: false, allErrors: true });
ajv.addSchema(readContract(), 'contract');
const conformance = new Conformance();

/** Fails unless the contract allows this answer to this request. */
export function expectDocumentedAnswer(
	method: string,
	target: string,
	status: number,
	answerBody: unknown,
): void {
	const faults = conformance.answerFaults({ method, target, status, answerBody });
	if (faults.length > 0) {
		throw new Error(`${method} ${target}: ${JSON.stringify(answerBody)} ${faults.join('; ')}`);
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
