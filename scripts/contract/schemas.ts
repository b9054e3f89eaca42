import { type Document, nameOf, operationsOf, resolve, type Schema } from './document';
import { type Overlay, type Scope, zodOf } from './zod';

/** A schema that is written: its zod expression, and the schemas that it is made of. */
interface Declaration {
	zod: string;
	parts: Set<string>;
	/** The files of the operations that need it. */
	files: Set<string>;
}

/** Where schemas stand that operations of several kinds need. */
const SHARED = 'shared';

/**
 * The sources of `schemas/`: what the bodies of a contract's requests must look like, with
 * everything that they are made of, under the contract's names. A file holds those of one tag.
 *
 * @throws Error for what cannot be written, and for an entry of the overlay that no schema uses
 */
export function schemaSources(document: Document, overlay: Overlay): Map<string, string> {
	const declarations = declarationsOf(document, overlay);
	const fileOf = (name: string) => {
		const { files } = declarations.get(name)!;
		return files.size === 1 ? [...files][0] : SHARED;
	};
	const names = [...new Set([...declarations.keys()].map(fileOf))].sort();
	const sources = names.map((file): [string, string] => {
		const own = [...declarations].filter(([name]) => fileOf(name) === file);
		const borrowed = own
			.flatMap(([, { parts }]) => [...parts])
			.filter((name) => fileOf(name) !== file)
			.sort();
		const text = own.map(([name, { zod }]) => `export const ${name} = ${zod};\n`).join('\n');
		const imports = [
			importOf(['sentences'], '../../sentences', text),
			importOf(['stricter'], '../../stricter', text),
			importOf([...new Set(borrowed)], `./${SHARED}`, text),
		];
		return [`${file}.ts`, `import { z } from 'zod';\n\n${imports.join('')}\n${text}`];
	});
	const index = names.map((name) => `export * from './${name}';\n`).join('');
	return new Map([...sources, ['index.ts', index]]);
}

/** The name of a body's schema: the contract's, or one made of the operation's. */
export function bodyName(operationId: string, { $ref }: Schema): string {
	return $ref === undefined ? `${capitalized(operationId)}Body` : nameOf($ref);
}

/** Each schema after those that it is made of. */
function declarationsOf(document: Document, overlay: Overlay): Map<string, Declaration> {
	const declarations = new Map<string, Declaration>();
	const open: Array<[name: string, parts: Set<string>]> = [];
	const usedPlaces = new Set<string>();
	const declare = (name: string, schema: Schema) => {
		if (declarations.has(name)) return;
		const parts = new Set<string>();
		open.push([name, parts]);
		const zod = zodOf(schema, name, scope);
		open.pop();
		declarations.set(name, { zod, parts, files: new Set() });
	};
	const scope: Scope = {
		overlay,
		reference(name) {
			if (overlay.stricter.has(name)) return zodOf({}, name, scope);
			open.at(-1)?.[1].add(name);
			if (open.some(([around]) => around === name)) {
				return `z.lazy((): z.ZodType<unknown> => ${name})`;
			}
			declare(name, resolve<Schema>(document, { $ref: `#/components/schemas/${name}` }));
			return name;
		},
		used: (place) => usedPlaces.add(place),
	};
	for (const { operationId, body, tags } of operationsOf(document)) {
		if (body === undefined) continue;
		const name = bodyName(operationId, body);
		declare(name, resolve<Schema>(document, body));
		assign(declarations, name, fileNameOf(tags?.[0] ?? SHARED));
	}
	const idle = [...overlay.sentences, ...overlay.stricter].find((place) => !usedPlaces.has(place));
	if (idle !== undefined) throw new Error(`No request of the contract has the place ${idle}`);
	return declarations;
}

/** Notes for a schema and all that it is made of that a file needs it. */
function assign(declarations: Map<string, Declaration>, name: string, file: string): void {
	const { files, parts } = declarations.get(name)!;
	if (files.has(file)) return;
	files.add(file);
	for (const part of parts) assign(declarations, part, file);
}

/** `Webhook endpoints (provisional)` becomes `webhookEndpoints`. */
function fileNameOf(tag: string): string {
	const [first, ...others] = tag.replace(/\(.*\)/, '').match(/\w+/g)!;
	return [first.toLowerCase(), ...others.map(capitalized)].join('');
}

function capitalized(word: string): string {
	return `${word[0].toUpperCase()}${word.slice(1)}`;
}

function importOf(names: string[], from: string, text: string): string {
	const used = names.filter((name) => new RegExp(`\\b${name}\\b`).test(text));
	return used.length === 0 ? '' : `import { ${used.join(', ')} } from '${from}';\n`;
}
