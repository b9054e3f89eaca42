import { ModuleKind, transpileModule } from 'typescript';
import type { ZodTypeAny } from 'zod';

import type { Document, Schema } from '../../../scripts/contract/document';
import { schemaSources } from '../../../scripts/contract/schemas';
import type { Overlay } from '../../../scripts/contract/zod';

export const NOTHING: Overlay = { sentences: new Set(), stricter: new Set() };

/** What a call of the made-up contract is, unless said otherwise. */
interface Made {
	path?: string;
	method?: string;
	body?: Schema;
	more?: object;
}

/** A contract of made-up calls by operationId, and schemas. */
export function contractOf(
	calls: Record<string, Made>,
	schemas: Record<string, Schema> = {},
	more: object = {},
): Document {
	const paths: Record<string, object> = {};
	for (const [
		operationId,
		{ path = `/${operationId}`, method = 'post', body, more = {} },
	] of Object.entries(calls)) {
		const content = { 'application/json': { schema: body } };
		const operation = {
			operationId,
			'x-retry': 'unsafe',
			...(body !== undefined && { requestBody: { content } }),
			...more,
		};
		paths[path] = { ...paths[path], [method]: operation };
	}
	return { servers: [{ url: 'https://api.example/v2' }], paths, components: { schemas }, ...more };
}

type Modules = Record<string, Record<string, unknown>>;

/** The generated schemas, loaded as the node loads them. `others` stand beside them. */
export function load(document: Document, overlay = NOTHING, others: Modules = {}) {
	const sources = schemaSources(document, overlay);
	const loaded: Modules = { ...others };
	const read = (name: string): Record<string, unknown> => {
		if (loaded[name] !== undefined) return loaded[name];
		const source = sources.get(`${name.slice(2)}.ts`);
		if (source === undefined) return jest.requireActual(name);
		const { outputText } = transpileModule(source, {
			compilerOptions: { module: ModuleKind.CommonJS },
		});
		const exported = (loaded[name] = {});
		new Function('require', 'exports', outputText)(read, exported);
		return exported;
	};
	return read('./index') as Record<string, ZodTypeAny>;
}
