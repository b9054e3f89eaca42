/** Nodes that are being polled in this process. */
const held = new Set<string>();

/**
 * Runs `work` unless it runs already for the same key: n8n may start a poll while the one before is
 * still under way, and both would find the same. @returns nothing where it runs already
 */
export async function alone<Result>(
	key: string,
	work: () => Promise<Result>,
): Promise<Result | undefined> {
	if (held.has(key)) return undefined;
	held.add(key);
	try {
		return await work();
	} finally {
		held.delete(key);
	}
}
