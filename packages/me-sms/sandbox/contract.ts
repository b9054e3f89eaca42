import path from 'node:path';
import { readContract } from '../../../sandbox/core';
import type { ContractDocument, ContractSource } from '../../../sandbox/core';

type Json = Record<string, unknown>;

/** The contract of ME-SMS, and what the sandbox makes of it. */
export const contract: ContractSource = {
	file: path.join(__dirname, '..', 'contract', 'me-sms-v2.openapi.yaml'),
	errorSchema: 'Error',

	/** A result whose fields have other names of `x-aliases` has none of those that `anyOf` asks for. */
	permit(document) {
		delete schemaOf(document, 'SendSmsResult').anyOf;
	},

	/** Millions of numbers are read in one pass; a text as `dryRun` may pass (see the switch). */
	leaveToHandlers(document) {
		for (const name of ['SendSmsRequest', 'PreviewRequest']) {
			const { msisdns, dryRun } = propertiesOf(document, name);
			delete msisdns.items;
			if (dryRun !== undefined) delete dryRun.type;
		}
	},
};

/** contract: x-path-override, by operationId; the path as assumed and the first alternative. */
export interface PathOverride {
	/** contract: x-path-override.key, which is the operationId */
	key: string;
	method: string;
	assumed: string;
	moved: string;
}

/** Names that clients look for, by schema and field (contract: x-aliases). */
export type Aliases = Record<string, Record<string, string[]>>;

const written = readContract(contract);

export const ALIASES: Aliases = Object.fromEntries(
	Object.entries(written.components?.schemas ?? {}).flatMap(([name, schema]) => {
		const aliases = (schema as Json)['x-aliases'];
		return aliases === undefined ? [] : [[name, aliases as Record<string, string[]>]];
	}),
);

export const PATH_OVERRIDES: readonly PathOverride[] = Object.entries(written.paths ?? {}).flatMap(
	([assumed, item]) =>
		Object.entries(item as Record<string, Json>).flatMap(([method, operation]) => {
			const override = operation['x-path-override'] as
				| { key: string; alternatives: string[] }
				| undefined;
			if (override === undefined) return [];
			const { key, alternatives } = override;
			return [{ key, method: method.toUpperCase(), assumed, moved: alternatives[0] }];
		}),
);

/** All paths of the contract, as it writes them, by method. */
export const WRITTEN_PATHS: ReadonlyArray<{ method: string; path: string }> = Object.entries(
	written.paths ?? {},
).flatMap(([route, item]) =>
	Object.entries(item as Record<string, Json>)
		.filter(([, operation]) => operation.operationId !== undefined)
		.map(([method]) => ({ method: method.toUpperCase(), path: route })),
);

function schemaOf(document: ContractDocument, name: string): Json {
	return document.components?.schemas?.[name] as Json;
}

function propertiesOf(document: ContractDocument, name: string): Record<string, Json> {
	return schemaOf(document, name).properties as Record<string, Json>;
}
