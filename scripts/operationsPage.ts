import type { Endpoint } from '../kernel/http/endpoint';
import type { Profile } from '../kernel/profile';
import { catalogue, type CatalogueEntry } from './catalogue';
import type { NodeParts } from './nodeOf';
import { tableOf, withTable } from './tables';

/** A base URL; no request goes there. */
const USUAL = 'https://host/api/v2';

/** Requests by kind of operation. */
const REQUESTS: Record<string, string> = {
	perItem: 'one for each item',
	sendAndWait: 'one',
	bulk: 'as few as the limits allow',
	fromFile: 'as few as the limits allow',
	gather: 'one or more for each item',
	getMany: 'one for each page',
	job: 'one for each item, and some while it waits',
	local: 'none',
	variants: 'one for each item, or several',
	andThen: 'one for each item, or two',
	asFile: 'one for each item',
};

/** `docs/operations.md` with a table for each resource. @throws Error without a place for them */
export function withOperations(page: string, node: NodeParts): string {
	const sections = byResource(node).map(
		([resource, entries]) => `## ${resource}\n\n${operationsTable(entries, node)}`,
	);
	return withTable(page, 'operations', sections.join('\n\n'));
}

/** The README with its list of resources. @throws Error without a place for it */
export function withResources(readme: string, node: NodeParts): string {
	const lines = byResource(node).map(([resource, entries]) => {
		const anchor = resource.toLowerCase().replaceAll(' ', '-');
		const names = entries.map(({ name }) => name).join(', ');
		return `- [${resource}](docs/operations.md#${anchor}): ${names}`;
	});
	return withTable(readme, 'operations', lines.join('\n'));
}

function byResource(node: NodeParts): Array<[string, CatalogueEntry[]]> {
	const groups = new Map<string, CatalogueEntry[]>();
	for (const entry of catalogue(node)) {
		groups.set(entry.resourceName, [...(groups.get(entry.resourceName) ?? []), entry]);
	}
	return [...groups];
}

function operationsTable(entries: CatalogueEntry[], { profile }: NodeParts): string {
	const rows = entries.map((entry) => [
		entry.name,
		entry.description.replaceAll('|', '\\|'),
		REQUESTS[entry.kind],
		[...new Set(entry.endpoints.map((endpoint) => callOf(endpoint, profile)))].join(', '),
	]);
	return tableOf(['Operation', 'What it does', 'Requests', 'Endpoint'], rows);
}

/** Method and path, with the version where it is not the usual one. */
function callOf(endpoint: Endpoint, profile: Profile): string {
	const base = new URL(profile.addressOf(endpoint, USUAL)).href;
	const path = base === USUAL ? endpoint.path : `${new URL(base).pathname}${endpoint.path}`;
	return `\`${endpoint.method} ${path}\``;
}
