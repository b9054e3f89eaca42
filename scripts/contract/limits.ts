import { type Document, type Operation, operationsOf, resolve, type Schema } from './document';
import { inlineObject, literal, object } from './literal';

type Entry = readonly [name: string, value: string];

/** The source of `limits.ts`: how much a contract's requests may hold. Lists that are empty are left out. */
export function limitsSource(document: Document): string {
	const byOperation = (limitsOf: (operation: Operation) => Entry[]): Entry[] =>
		operationsOf(document).flatMap((operation) => {
			const limits = limitsOf(operation);
			return limits.length === 0 ? [] : [[operation.operationId, inlineObject(limits)] as const];
		});
	const ofBody = (limitOf: (property: Schema) => number | undefined) =>
		byOperation(({ body }) =>
			Object.entries(propertiesOf(document, body)).flatMap(([name, property]) => {
				const limit = limitOf(resolve<Schema>(document, property));
				return limit === undefined ? [] : [[name, literal(limit)] as const];
			}),
		);
	return [
		listOf('limits', 'Limits of the whole API (contract: x-limits).', statedLimits(document)),
		listOf(
			'maxEntries',
			'Entries of a list in the body, by operation (contract: maxItems).',
			ofBody(({ maxItems }) => maxItems),
		),
		listOf(
			'maxCharacters',
			'Characters of a text in the body, by operation (contract: maxLength).',
			ofBody(({ maxLength }) => maxLength),
		),
		listOf(
			'maxBytes',
			'Bytes of the body as JSON, or of an entry of its list, by operation (contract: x-max-bytes).',
			operationsOf(document).flatMap(({ operationId, body }) => {
				const bytes = bytesOf(document, body);
				return bytes === undefined ? [] : [[operationId, literal(bytes)] as const];
			}),
		),
		listOf(
			'maxRows',
			'Rows of a page, by operation (contract: per_page or limit).',
			operationsOf(document).flatMap((operation) => {
				const rows = rowsOf(operation);
				return rows === undefined ? [] : [[operation.operationId, literal(rows)] as const];
			}),
		),
	]
		.filter((source) => source !== '')
		.join('\n');
}

function listOf(name: string, says: string, entries: Entry[]): string {
	if (entries.length === 0) return '';
	return `/** ${says} */\nexport const ${name} = ${object(entries)} as const;\n`;
}

function statedLimits(document: Document): Entry[] {
	return Object.entries(document['x-limits'] ?? {}).flatMap(([name, value]) =>
		typeof value === 'number' ? [[name, literal(value)] as const] : [],
	);
}

function propertiesOf(document: Document, body: Schema | undefined): Record<string, Schema> {
	return body === undefined ? {} : (resolve<Schema>(document, body).properties ?? {});
}

function bytesOf(document: Document, body: Schema | undefined): number | undefined {
	if (body === undefined) return undefined;
	const own = resolve<Schema>(document, body)['x-max-bytes'];
	const entries = Object.values(propertiesOf(document, body)).map(
		({ items = {} }) => resolve<Schema>(document, items)['x-max-bytes'],
	);
	return own ?? entries.find((bytes) => bytes !== undefined);
}

function rowsOf({ parameters }: Operation): number | undefined {
	const sizes = parameters.filter(({ name }) => name === 'per_page' || name === 'limit');
	return sizes.map(({ schema }) => schema?.maximum).find((rows) => rows !== undefined);
}
