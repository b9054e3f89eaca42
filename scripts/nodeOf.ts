import { basename, dirname, join } from 'node:path';

import type { Endpoint } from '../kernel/http/endpoint';
import type { Resource } from '../kernel/n8n/run/describe';
import type { Profile } from '../kernel/profile';
import { sourceOf, type Package } from './packages';

/** What a package's node is made of, by the files that every node has. */
export interface NodeParts {
	/** Its folder, `nodes/<Name>` of the package. */
	folder: string;
	resources: readonly Resource[];
	/** The calls of the contract, by operationId. */
	endpoints: Readonly<Record<string, Endpoint>>;
	/** What to do, by error code. */
	advice: Readonly<Record<string, string>>;
	profile: Profile;
}

/** The parts of a package's node. */
export function nodeOf({ folder: place, manifest }: Package): NodeParts {
	const folder = join(place, dirname(sourceOf(manifest.n8n.nodes[0])));
	const name = basename(folder);
	const { resources } = exportsOf<{ resources: readonly Resource[] }>(folder, 'operations');
	const { endpoints } = exportsOf<Pick<NodeParts, 'endpoints'>>(folder, 'api/endpoints');
	const { ADVICE } = exportsOf<{ ADVICE: NodeParts['advice'] }>(folder, 'api/advice');
	const profiles = exportsOf<Record<string, Profile>>(folder, 'profile');
	return {
		folder,
		resources,
		endpoints,
		advice: ADVICE,
		profile: profiles[`${name[0].toLowerCase()}${name.slice(1)}`],
	};
}

function exportsOf<Exports>(folder: string, file: string): Exports {
	// Known only when it runs, and wanted before tests are named.
	// eslint-disable-next-line @typescript-eslint/no-require-imports
	return require(join(folder, file)) as Exports;
}
