import type { Request } from 'openapi-backend';
import { ApiResponse } from '../../../../sandbox/core';
import type { Account } from '../account/account';
import { PATH_OVERRIDES, WRITTEN_PATHS } from '../contract';
import { page } from './website';

const BASE = '/api/v2';
const HTML = { 'Content-Type': 'text/html; charset=utf-8' };

const METHOD_NOT_ALLOWED = new ApiResponse(405, { error: 'Method not allowed' });

interface Route {
	method: string;
	/** Where clients find it. */
	pattern: RegExp;
	/** Its path in the contract. */
	written: string;
	isLiteral: boolean;
}

const USUAL: readonly Route[] = routes(
	WRITTEN_PATHS.map(({ method, path }) => ({ method, path, written: path })),
);
const MOVED: readonly Route[] = routes(
	WRITTEN_PATHS.map(({ method, path }) => {
		const override = PATH_OVERRIDES.find((each) => each.assumed === path && each.method === method);
		return { method, path: override?.moved ?? path, written: path };
	}),
);

/**
 * Sends a request to the path that the contract has for it, wherever the API has moved it. What is no
 * path of the API gets what the website on its host says.
 */
export function arrive(request: Request, account: Account): Request | ApiResponse {
	const [path, search] = request.path.split('?');
	const place = path.startsWith(BASE) ? path.slice(BASE.length) : path;
	const known = account.switches.paths === 'moved' ? MOVED : USUAL;
	const fitting = known.filter(({ pattern }) => pattern.test(place));
	const route = fitting.find(({ method }) => method === request.method.toUpperCase());
	if (route === undefined) {
		return fitting.length > 0 ? METHOD_NOT_ALLOWED : website(account, request.path);
	}
	const [, uuid] = route.pattern.exec(place) ?? [];
	const target = BASE + route.written.replace('{uuid}', () => uuid);
	return { ...request, path: search === undefined ? target : `${target}?${search}` };
}

function website({ switches, website: site }: Account, path: string): ApiResponse {
	if (switches.wrongPaths === 'redirect') {
		return new ApiResponse(307, '', { Location: site.addressOf(path), ...HTML });
	}
	const isMissing = switches.wrongPaths === 'missing';
	return new ApiResponse(isMissing ? 404 : 200, page(isMissing ? 'Not found' : 'Welcome'), HTML);
}

/** Literal paths before those with a parameter. */
function routes(all: Array<{ method: string; path: string; written: string }>): Route[] {
	return all
		.map(({ method, path, written }) => ({
			method,
			pattern: new RegExp(`^${path.replace('{uuid}', '([^/]+)')}$`),
			written,
			isLiteral: !path.includes('{'),
		}))
		.sort((one, other) => Number(other.isLiteral) - Number(one.isLiteral));
}
