import type { JsonObject } from '../../../kernel';

/**
 * How a dropdown shows an offer: its name, what it pays, and its state unless it is active, e.g.
 * "Spring sampler – CPA 2.10, paused". The editor shows nothing but the name.
 */
export function offerEntry({ id, name, payout, payout_type: kind, status }: JsonObject) {
	const pay =
		typeof payout === 'number' && payout > 0
			? `${String(kind ?? '').toUpperCase()} ${payout.toFixed(2)}`.trim()
			: undefined;
	const facts = [pay, status === 'active' ? undefined : status].filter((fact) => fact);
	return {
		name: [name ?? 'Offer', facts.join(', ')].filter((part) => part).join(' – '),
		value: String(id),
	};
}
