import { CHILD, FOREIGN, PARENT } from './organizations';

/** A registered sender; its campaigns are what numbers belong to. */
export interface Brand {
	id: string;
	name: string;
	orgId: string;
	tcrId: string | null;
	identityStatus: string | null;
	createdAt: string;
}

export interface Campaign {
	id: string;
	name: string;
	brandId: string;
	/** Texts to T-Mobile that it may send a day; null where no carrier meters it. */
	dailyCap: number | null;
	/** Parts of texts that AT&T takes a minute; null where it meters nothing. */
	attPerMinute: number | null;
	createdAt: string;
}

export const BRANDS: readonly Brand[] = [
	{
		id: 'brd_3M8D',
		name: 'Maple for Schools',
		orgId: PARENT,
		tcrId: 'B4X7Q2',
		identityStatus: 'VERIFIED',
		createdAt: '2026-01-14T16:00:00Z',
	},
	{
		id: 'brd_4N9E',
		name: 'Maple Bookshop',
		orgId: PARENT,
		tcrId: 'B5Y8R3',
		identityStatus: 'VERIFIED',
		createdAt: '2026-01-15T16:00:00Z',
	},
	{
		id: 'brd_5P0F',
		name: 'Maple East Neighbors',
		orgId: CHILD,
		tcrId: null,
		identityStatus: null,
		createdAt: '2026-02-03T16:00:00Z',
	},
	{
		id: 'brd_6Q1G',
		name: 'Birch Union',
		orgId: FOREIGN,
		tcrId: 'B6Z9S4',
		identityStatus: 'VERIFIED',
		createdAt: '2026-02-06T16:00:00Z',
	},
];

export const CAMPAIGNS: readonly Campaign[] = [
	{
		id: 'cmp_9T4X',
		name: 'Voter reminders',
		brandId: 'brd_3M8D',
		dailyCap: null,
		attPerMinute: null,
		createdAt: '2026-01-21T16:00:00Z',
	},
	{
		id: 'cmp_0U5Y',
		name: 'Reading nights',
		brandId: 'brd_4N9E',
		dailyCap: 2_000,
		attPerMinute: 240,
		createdAt: '2026-01-22T16:00:00Z',
	},
	{
		id: 'cmp_1V6Z',
		name: 'East canvass',
		brandId: 'brd_5P0F',
		dailyCap: null,
		attPerMinute: null,
		createdAt: '2026-02-10T16:00:00Z',
	},
	{
		id: 'cmp_2W7A',
		name: 'Birch news',
		brandId: 'brd_6Q1G',
		dailyCap: null,
		attPerMinute: null,
		createdAt: '2026-02-11T16:00:00Z',
	},
];
