import { format, resolveConfig } from 'prettier';

import { aliasesSource } from './aliases';
import type { Document } from './document';
import { endpointsSource } from './endpoints';
import { errorCodesSource } from './errorCodes';
import { limitsSource } from './limits';
import { otherPathsSource } from './otherPaths';
import { schemaSources } from './schemas';
import type { Overlay } from './zod';

/**
 * What is generated from a contract: texts by file name, as Prettier writes them.
 *
 * @param source path of the contract in the repository, which the files name
 * @param kernel where the kernel's face is, seen from the files
 * @throws Error for what the contract says and cannot be written
 */
export async function filesOf(
	document: Document,
	overlay: Overlay,
	source: string,
	kernel: string,
): Promise<Map<string, string>> {
	const head = `// Written by "npm run contract" from ${source}. Change that, not this.\n\n`;
	const schemas = [...schemaSources(document, overlay)];
	const sources = [
		['endpoints.ts', endpointsSource(document, kernel)],
		['limits.ts', limitsSource(document)],
		['errorCodes.ts', errorCodesSource(document)],
		['aliases.ts', aliasesSource(document)],
		['otherPaths.ts', otherPathsSource(document)],
		...schemas.map(([name, text]) => [`schemas/${name}`, text]),
	];
	const config = await resolveConfig(__filename);
	const files = sources
		.filter(([, text]) => text !== '')
		.map(async ([name, text]) =>
			[name, await format(`${head}${text}`, { ...config, parser: 'typescript' })] as const,
	);
	return new Map(await Promise.all(files));
}
