import type { JsonObject } from '../../../kernel';

/**
 * How a dropdown shows a creative: its name, its type and its segments, and its state unless it is
 * active, e.g. "Spring teaser – one time, 2 segments".
 */
export function creativeEntry(creative: JsonObject): { name: string; value: string } {
	const { id, name, creative_type: type, segment_count: segments, status } = creative;
	const facts = [
		typeof type === 'string' ? type.replace('_', ' ') : undefined,
		typeof segments === 'number'
			? `${segments} ${segments === 1 ? 'segment' : 'segments'}`
			: undefined,
		status === 'active' ? undefined : status,
	].filter((fact) => fact);
	return {
		name: [name ?? 'Creative', facts.join(', ')].filter((part) => part).join(' – '),
		value: String(id),
	};
}
