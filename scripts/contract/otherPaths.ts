import { type Document, operationsOf } from './document';
import { literal, object } from './literal';

/**
 * The source of `otherPaths.ts`: for calls whose path is a setting, the paths that people can try
 * where it proves wrong. Empty for a contract that documents all its paths.
 */
export function otherPathsSource(document: Document): string {
	const entries = operationsOf(document).flatMap((operation) => {
		const { key, alternatives = [] } = operation['x-path-override'] ?? {};
		if (key === undefined) return [];
		return [[key, `[${alternatives.map(literal).join(', ')}]`] as const];
	});
	if (entries.length === 0) return '';
	return `/** Paths to try manually where the usual one is wrong, by setting (contract: x-path-override). */
export const otherPaths = ${object(entries)} as const;
`;
}
