import type { Sender } from '../account/senders';

/** The names of the contract's sample, a rejected one, and one that is shared but not approved. */
export const SENDERS: readonly Sender[] = [
	{ id: 3, name: 'TEAHOUSE', status: 'approved', shared: false },
	{ id: 7, name: 'TEAHOUSEVIP', status: 'pending', shared: false },
	{ id: 8, name: 'TEAHAUS', status: 'rejected', shared: false },
	{ id: 1, name: 'DEMO', status: 'approved', shared: true },
	{ id: 2, name: 'DEMO2', status: 'pending', shared: true },
];
