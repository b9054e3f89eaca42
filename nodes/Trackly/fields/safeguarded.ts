import type { GuardedWork } from '../../../kernel';

/** How something with a name is kept from being created twice. */
export function creationOf(subject: string): GuardedWork {
	return { subject, identify: ({ name }) => ({ name }) };
}

/** How revenue is kept from being recorded twice. */
export const revenueSafeguards: GuardedWork = {
	subject: 'revenue',
	identify: ({ message_id }) => ({ message_id }),
};
