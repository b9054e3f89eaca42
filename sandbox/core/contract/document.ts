import { readFileSync } from 'node:fs';
import type { Document } from 'openapi-backend';
import { parse } from 'yaml';

/** An error code that the contract lists for an operation. */
export interface DocumentedCode {
	/** HTTP status; null where the page prints none (codes of single records). */
	status: number | null;
	/** Null where the API sends none. */
	code: string | null;
	/** `record` when it appears inside the errors of a bulk response. */
	scope?: 'record';
	/** The vendor's words. What we say about them stands in `x-note`. */
	when: string;
}

/** Where a contract stands, and what a sandbox makes of it. */
export interface ContractSource {
	/** Path of the OpenAPI 3.1 document, as YAML. */
	file: string;
	/** Name of the schema of errors, for responses to paths that it does not have. */
	errorSchema: string;
	/** What a sandbox permits beyond it, for example webhook URLs on loopback. */
	permit?(document: ContractDocument): void;
	/** Opens parts of request bodies that handlers check themselves. */
	leaveToHandlers?(document: ContractDocument): void;
}

export type ContractDocument = Document;
type Json = Record<string, unknown>;

/** The contract as it is written, freshly parsed. */
export function readContract({ file }: ContractSource): ContractDocument {
	return parse(readFileSync(file, 'utf8')) as ContractDocument;
}

/** The contract with what the sandbox permits beyond it. */
export function permissiveContract(source: ContractSource): ContractDocument {
	const document = readContract(source);
	source.permit?.(document);
	return document;
}

/**
 * The contract in the form that requests are routed and checked with:
 * - paths carry the prefix of their server, as versions may differ from path to path;
 * - entries of `x-item-validation: per-record` arrays are left to `RecordChecks`;
 * - what the vendor leaves to its handlers is open.
 */
export function requestContract(source: ContractSource): ContractDocument {
	const document = withPrefixedPaths(permissiveContract(source));
	walk(document, (node) => {
		if (node['x-item-validation'] === 'per-record') delete node.items;
	});
	source.leaveToHandlers?.(document);
	return document;
}

/** Path of the API's base URL, without a slash at its end. */
export function basePathOf({ servers }: ContractDocument): string {
	return prefixOf(servers);
}

/** The paths that all its operations are below: of the document's servers, and of those of single paths. */
export function prefixesOf({ servers, paths = {} }: ContractDocument): string[] {
	const own = Object.values(paths).flatMap((item) =>
		item?.servers === undefined ? [] : [prefixOf(item.servers)],
	);
	return [...new Set([prefixOf(servers), ...own])];
}

function prefixOf(servers: ContractDocument['servers']): string {
	const url = servers?.[0]?.url;
	if (url === undefined) throw new Error('The contract names no server');
	return new URL(url).pathname.replace(/\/$/, '');
}

function withPrefixedPaths(document: ContractDocument): ContractDocument {
	const prefixed = Object.entries(document.paths ?? {}).map(
		([route, item]) => [prefixOf(item?.servers ?? document.servers) + route, item] as const,
	);
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
