import type { Audience } from '../../catalogue/audiences';

/** Fields that a body may set as they are. */
export const FIELDS = ['name', 'description', 'source_lists'] as const;

/** contract: AudienceCreate, AudienceUpdate; the filter is not checked yet */
export type UpdateBody = Partial<Pick<Audience, (typeof FIELDS)[number]>> & { filter?: unknown };
