import type { SafeguardedWork } from '../../../kernel';

/** How something with a name is kept from being created twice. */
export function creationOf(subject: string): SafeguardedWork {
	return { subject, identify: ({ name }) => ({ name }) };
}

/** How revenue is kept from being recorded twice. */
export const revenueSafeguards: SafeguardedWork = {
	subject: 'revenue',
	identify: ({ message_id }) => ({ message_id }),
};
