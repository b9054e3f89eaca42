import { withErrorCodes } from './errorCodes';
import { nodeOf, type NodeParts } from './nodeOf';
import { withOperations, withResources } from './operationsPage';
import { packagesOf } from './packages';
import { withTaken } from './taken/page';

/** A page with the parts of it that the code knows. @throws Error without a place for them */
type Written = (page: string) => string;

/** What is written into pages of every package, by path in its folder. */
const OF_PACKAGES: Record<string, (page: string, node: NodeParts) => string> = {
	'README.md': withResources,
	'docs/operations.md': withOperations,
	'docs/troubleshooting.md': withErrorCodes,
};

/** The pages with generated parts, by path in the repository. */
export function generatedPages(): Array<[page: string, written: Written]> {
	const ofPackages = packagesOf().flatMap((each) => {
		const node = nodeOf(each);
		return Object.entries(OF_PACKAGES).map(([page, written]): [string, Written] => [
			`${each.place}/${page}`.replace(/^\.\//, ''),
			(text) => written(text, node),
		]);
	});
	// What the kernel reads is the same in every package.
	return [...ofPackages, ['docs/accepted-values.md', withTaken]];
}
