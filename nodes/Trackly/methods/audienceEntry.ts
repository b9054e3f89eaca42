import type { JsonObject } from '../../../kernel';

/** How a dropdown shows an audience: its name, and its size as it was last counted. */
export function audienceEntry({ id, name, cached_size: size }: JsonObject) {
	const counted = typeof size === 'number';
	const contacts = counted
		? ` (${size.toLocaleString('en')} ${size === 1 ? 'contact' : 'contacts'})`
		: '';
	return { name: `${name ?? 'Audience'}${contacts}`, value: String(id) };
}
