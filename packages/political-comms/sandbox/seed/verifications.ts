import { PARENT } from './organizations';

/** A toll-free verification. */
export interface Verification {
	id: string;
	name: string;
	/** contract: the capitals and the space are part of the value */
	status: 'draft' | 'In Progress' | 'Verified' | 'Rejected';
	orgId: string;
	requestId: string | null;
	rejectionReason: string | null;
	submittedAt: string | null;
	verifiedAt: string | null;
}

export const VERIFICATIONS: readonly Verification[] = [
	{
		id: 'tfv_2K7J',
		name: 'Maple help line',
		status: 'Verified',
		orgId: PARENT,
		requestId: 'req_77',
		rejectionReason: null,
		submittedAt: '2026-02-04T09:00:00Z',
		verifiedAt: '2026-02-11T09:00:00Z',
	},
	{
		id: 'tfv_3L8K',
		name: 'Maple events',
		status: 'In Progress',
		orgId: PARENT,
		requestId: 'req_78',
		rejectionReason: null,
		submittedAt: '2026-09-04T09:00:00Z',
		verifiedAt: null,
	},
	{
		id: 'tfv_4M9L',
		name: 'Maple raffle',
		status: 'Rejected',
		orgId: PARENT,
		requestId: 'req_79',
		rejectionReason: 'The website has no privacy policy',
		submittedAt: '2026-08-04T09:00:00Z',
		verifiedAt: null,
	},
	{
		id: 'tfv_5N0M',
		name: 'Maple winter',
		status: 'draft',
		orgId: PARENT,
		requestId: null,
		rejectionReason: null,
		submittedAt: null,
		verifiedAt: null,
	},
];
