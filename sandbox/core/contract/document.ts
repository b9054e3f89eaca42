import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Document } from 'openapi-backend';
import { parse } from 'yaml';

const CONTRACT_FILE = path.join(__dirname, '..', '..', '..', 'contract', 'trackly-v2.openapi.yaml');

/** An error code that the contract lists for an operation. */
export interface DocumentedCode {
	/** HTTP status; null where the page prints none (codes of single records). */
	status: number | null;
	code: string;
	/** `record` when it appears inside `errors[]` of a bulk answer. */
	scope?: 'record';
	when: string;
}

export type ContractDocument = Document;
type Json = Record<string, unknown>;

/** The contract as it is written, freshly parsed. */
export function readContract(): ContractDocument {
	return parse(readFileSync(CONTRACT_FILE, 'utf8')) as ContractDocument;
}

/**
 * The contract in the form that requests are routed and checked with:
 * - paths carry their prefix (`/api/v2/send`), as some live under `/api/v1`;
 * - entries of `x-item-validation: per-record` arrays are left to `RecordChecks`;
 * - filters of audiences are left to their resource, as their codes depend on what they hold;
 * - webhook URLs on loopback may be plain http, which only a sandbox can allow.
 */
export function requestContract(): ContractDocument {
	const document = withPrefixedPaths(readContract());
	allowLoopback(document);
	walk(document, (node) => {
		if (node['x-item-validation'] === 'per-record') delete node.items;
	});
	for (const name of ['AudienceCreate', 'AudienceUpdate']) {
		const body = document.components?.schemas?.[name] as Json;
		(body.properties as Json).filter = { type: 'object' };
	}
	return document;
}

/** Lets webhook URLs on loopback be plain http. */
export function allowLoopback(document: ContractDocument): void {
	const endpoint = document.components?.schemas?.WebhookEndpointCreate as Json;
	const { url } = endpoint.properties as Record<string, Json>;
	url.pattern = '^(https://|http://(localhost|127\\.0\\.0\\.1|\\[::1\\])(:[0-9]+)?(/|$))';
}

function withPrefixedPaths(document: ContractDocument): ContractDocument {
	const prefixed = Object.entries(document.paths ?? {}).map(([route, item]) => {
		const server = (item?.servers ?? document.servers)?.[0]?.url ?? '';
		return [new URL(server).pathname + route, item] as const;
	});
	document.paths = Object.fromEntries(prefixed);
	walk(document, keepReferenceSiblings);
	return document;
}

/** JSON Schema 2020-12 honours keywords next to `$ref`; resolvers that replace the node drop them. */
function keepReferenceSiblings(node: Json): void {
	if (typeof node.$ref !== 'string' || Object.keys(node).length === 1) return;
	node.allOf = [{ $ref: node.$ref }, ...((node.allOf as unknown[] | undefined) ?? [])];
	delete node.$ref;
}

function walk(node: unknown, visit: (node: Json) => void): void {
	if (typeof node !== 'object' || node === null) return;
	if (!Array.isArray(node)) visit(node as Json);
	for (const child of Object.values(node)) walk(child, visit);
}
