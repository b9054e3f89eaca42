import { readFileSync } from 'node:fs';
import path from 'node:path';
import Ajv2020 from 'ajv/dist/2020';
import { parse } from 'yaml';

interface Response {
	$ref?: string;
}
interface Contract {
	paths: Record<string, Record<string, { responses?: Record<string, Response> }>>;
}

const file = path.join(__dirname, '../../../contract/trackly-v2.openapi.yaml');
const contract = parse(readFileSync(file, 'utf8')) as Contract;
const ajv = new Ajv2020({ strict: false, allErrors: true });
ajv.addSchema(contract, 'contract');

/** Fails unless the contract allows this answer to this request. */
export function expectDocumentedAnswer(
	method: string,
	route: string,
	status: number,
	body: unknown,
): void {
	expectFits(answerSchema(method.toLowerCase(), route, status), body);
}

/** Fails unless the value fits a schema of the contract's components. */
export function expectSchema(name: string, value: unknown): void {
	expectFits(`/components/schemas/${name}`, value);
}

function expectFits(pointer: string, value: unknown): void {
	const validate = ajv.getSchema(`contract#${pointer}`);
	if (!validate) throw new Error(`The contract has no ${pointer}`);
	if (!validate(value)) {
		throw new Error(
			`${JSON.stringify(value)} breaks ${pointer}: ${ajv.errorsText(validate.errors)}`,
		);
	}
}

function answerSchema(method: string, route: string, status: number): string {
	const template = Object.keys(contract.paths)
		// A literal path wins over one with parameters.
		.sort((a, b) => a.split('{').length - b.split('{').length)
		.find((path) => new RegExp(`^${path.replace(/\{[^}]+\}/g, '[^/]+')}$`).test(route));
	const responses = template ? contract.paths[template][method]?.responses : undefined;
	if (!template || !responses) return '/components/schemas/Error';
	const key = [String(status), `${String(status)[0]}XX`, 'default'].find(
		(each) => each in responses,
	);
	if (key === undefined) throw new Error(`${method} ${route} documents no status ${status}`);
	const written = `/paths/${template.replaceAll('/', '~1')}/${method}/responses/${key}`;
	const shared = responses[key].$ref?.slice(1);
	return `${encodeURI(shared ?? written)}/content/application~1json/schema`;
}
