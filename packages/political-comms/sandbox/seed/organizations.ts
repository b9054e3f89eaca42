/** An organization of the account. */
export interface Organization {
	id: string;
	name: string;
	parentId: string | null;
	createdAt: string;
}

/** The organization of the full key. */
export const PARENT = 'org_7QK2';
/** The one below it, with a key of its own. */
export const CHILD = 'org_8RL3';
/** One of another tree, which no key sees. */
export const FOREIGN = 'org_5BW9';

export const ORGANIZATIONS: readonly Organization[] = [
	{
		id: PARENT,
		name: 'Maple County Coalition',
		parentId: null,
		createdAt: '2026-01-12T16:00:00Z',
	},
	{ id: CHILD, name: 'Maple East', parentId: PARENT, createdAt: '2026-02-02T16:00:00Z' },
	{ id: FOREIGN, name: 'Birch Union', parentId: null, createdAt: '2026-02-05T16:00:00Z' },
];
