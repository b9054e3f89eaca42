import { trackly } from '../nodes/Trackly/profile';
import { catalogue, type CatalogueEntry } from './catalogue';
import { tableOf, withTable } from './tables';

/** Requests by kind of operation. */
const REQUESTS: Record<string, string> = {
	perItem: 'one for each item',
	sendAndWait: 'one',
	bulk: 'as few as the limits allow',
	getMany: 'one for each page',
	local: 'none',
	variants: 'one for each item, or several',
};

/** `docs/operations.md` with a table for each resource. @throws Error without a place for them */
export function withOperations(page: string): string {
	const sections = byResource().map(
		([resource, entries]) => `## ${resource}\n\n${operationsTable(entries)}`,
	);
	return withTable(page, 'operations', sections.join('\n\n'));
}

/** The README with its list of resources. @throws Error without a place for it */
export function withResources(readme: string): string {
	const lines = byResource().map(([resource, entries]) => {
		const anchor = resource.toLowerCase().replaceAll(' ', '-');
		const names = entries.map(({ name }) => name).join(', ');
		return `- [${resource}](docs/operations.md#${anchor}): ${names}`;
	});
	return withTable(readme, 'operations', lines.join('\n'));
}

function byResource(): Array<[string, CatalogueEntry[]]> {
	const groups = new Map<string, CatalogueEntry[]>();
	for (const entry of catalogue()) {
		groups.set(entry.resourceName, [...(groups.get(entry.resourceName) ?? []), entry]);
	}
	return [...groups];
}

function operationsTable(entries: CatalogueEntry[]): string {
	const rows = entries.map((entry) => [
		entry.name,
		entry.description.replaceAll('|', '\\|'),
		REQUESTS[entry.kind],
		[...new Set(entry.endpoints.map(callOf))].join(', '),
	]);
	return tableOf(['Operation', 'What it does', 'Requests', 'Endpoint'], rows);
}

function callOf(endpoint: CatalogueEntry['endpoints'][number]): string {
	const base = new URL(trackly.addressOf(endpoint, 'https://host/api/v2')).pathname;
	const path = base === '/api/v2' ? endpoint.path : `${base}${endpoint.path}`;
	return `\`${endpoint.method} ${path}\``;
}
