import type { IExecuteFunctions } from 'n8n-workflow';

import { createPacer, type PaceMemory, type Pacer } from '../../delivery/pace';

/**
 * The slower of the paces that are set, and the texts it lets go at the same time. It is remembered in
 * the execution's data, where the next run of a loop finds it.
 *
 * @param id prefix of what the package stores
 */
export function pacerOf(
	context: IExecuteFunctions,
	id: string,
	{ textsPerMinute, textsPerSecond }: { textsPerMinute?: number; textsPerSecond?: number },
): (Pacer & { maxEntries: number }) | undefined {
	const paces = [
		{ count: textsPerMinute, per: 60_000 },
		{ count: textsPerSecond, per: 1_000 },
	].flatMap(({ count, per }) => (count === undefined ? [] : [{ count, per }]));
	if (paces.length === 0) return undefined;
	const slowest = paces.reduce((one, other) =>
		one.count / one.per <= other.count / other.per ? one : other,
	);
	const store = context.getContext('node');
	const memory = (store[`${id}-pace`] ??= { freeAt: 0 }) as PaceMemory;
	return { ...createPacer(slowest, Date.now, memory), maxEntries: slowest.count };
}
