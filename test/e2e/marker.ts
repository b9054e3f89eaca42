import { nodeOutput, type N8nHost } from '../../host/n8n';
import { until } from '../../host/poll';
import { SOON } from './soon';

/** Executions that are looked through for a marker, from the newest. */
const NEWEST = 20;

/**
 * Waits until a trigger has put out a text, which was posted as the last: n8n responds before it starts an
 * execution, and what was posted before is known by then.
 *
 * @param atLeast executions that have to be there besides
 * @returns how many there are besides
 */
export async function startedBefore(
	n8n: N8nHost,
	workflowId: string,
	[trigger, text]: readonly [trigger: string, text: string],
	atLeast = 0,
): Promise<number> {
	const read = new Set<string>();
	await until(`"${text}" to start an execution`, SOON, async () => {
		const ended = await n8n.executions({ workflowId, status: 'success' });
		for (const { id } of ended.slice(0, NEWEST).filter((each) => !read.has(each.id))) {
			read.add(id);
			const items = nodeOutput(await n8n.execution(id), trigger);
			if (items.some(({ json }) => json.text === text)) return true;
		}
		return undefined;
	});
	const all = await until(`${atLeast} executions besides`, SOON, async () => {
		const found = await n8n.executions({ workflowId });
		return found.length > atLeast ? found : undefined;
	});
	return all.length - 1;
}
