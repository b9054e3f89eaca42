import { PARENT } from './organizations';

/** A domain that tracked links can use. */
export interface TrackingDomain {
	id: string;
	domain: string;
	/** Whose it is; those of nobody are shared with all from above. */
	orgId: string | null;
}

export const DOMAINS: readonly TrackingDomain[] = [
	{ id: 'tdm_1A2B', domain: 'go.example.org', orgId: PARENT },
	{ id: 'tdm_3C4D', domain: 'link.example.net', orgId: null },
];
