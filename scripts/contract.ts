import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { parse } from 'yaml';

import type { Document } from './contract/document';
import { filesOf } from './contract/files';
import type { Overlay } from './contract/zod';

const ROOT = resolve(__dirname, '..');

/** Where the generated files are, in the `api/` folder of a node. */
const FOLDER = 'contract.generated';

/** A contract, and the `api/` folder of the node that speaks it. */
interface Source {
	contract: string;
	api: string;
}

/** The contracts of this repository: one a package, in its folder `contract/`. */
function sources(): Source[] {
	const siblings = join(ROOT, 'packages');
	const names = existsSync(siblings) ? readdirSync(siblings) : [];
	return [ROOT, ...names.map((name) => join(siblings, name))].flatMap((folder) => {
		const [contract] = namesIn(join(folder, 'contract'), /\.openapi\.yaml$/);
		const [api] = namesIn(join(folder, 'nodes'), /^\w+$/).map((node) => join(node, 'api'));
		return contract === undefined || api === undefined ? [] : { contract, api };
	});
}

function namesIn(folder: string, pattern: RegExp): string[] {
	if (!existsSync(folder)) return [];
	const names = readdirSync(folder).filter((name) => pattern.test(name));
	return names.map((name) => join(folder, name));
}

/** What is written manually next to the generated files: `sentences.ts` and `stricter.ts`, if any. */
async function overlayIn(api: string): Promise<Overlay> {
	return {
		sentences: await placesIn(api, 'sentences'),
		stricter: await placesIn(api, 'stricter'),
	};
}

async function placesIn(api: string, part: keyof Overlay): Promise<ReadonlySet<string>> {
	const file = join(api, `${part}.ts`);
	if (!existsSync(file)) return new Set();
	const exported = (await import(file)) as { [Part in keyof Overlay]: object };
	return new Set(Object.keys(exported[part]));
}

/** What is generated for all packages, by path. @throws Error for a contract that cannot be written */
async function generated(): Promise<Map<string, string>> {
	const texts = new Map<string, string>();
	for (const { contract, api } of sources()) {
		const document = parse(readFileSync(contract, 'utf8')) as Document;
		const folder = join(api, FOLDER);
		const kernel = relative(folder, join(ROOT, 'kernel')).replaceAll(sep, '/');
		const source = relative(ROOT, contract).replaceAll(sep, '/');
		const files = await filesOf(document, await overlayIn(api), source, kernel);
		for (const [name, text] of files) texts.set(join(folder, name), text);
	}
	return texts;
}

/** What was generated before, by path. */
function written(): Map<string, string> {
	const files = sources().flatMap(({ api }) => {
		const folder = join(api, FOLDER);
		if (!existsSync(folder)) return [];
		const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
		return entries
			.filter((entry) => entry.isFile())
			.map(({ parentPath, name }) => join(parentPath, name));
	});
	return new Map(files.map((file) => [file, readFileSync(file, 'utf8')]));
}

/** Brings the generated files up to date; with `--check` only names those that are not. */
async function main(): Promise<void> {
	const [wanted, found] = [await generated(), written()];
	const stale = [...new Set([...wanted.keys(), ...found.keys()])].filter(
		(file) => wanted.get(file) !== found.get(file),
	);
	if (process.argv.includes('--check')) {
		for (const file of stale) console.error(`${relative(ROOT, file)} is not up to date`);
		process.exitCode = Math.min(stale.length, 1);
		return;
	}
	for (const file of stale) {
		const text = wanted.get(file);
		mkdirSync(dirname(file), { recursive: true });
		if (text === undefined) rmSync(file);
		else writeFileSync(file, text);
	}
}

void main();
