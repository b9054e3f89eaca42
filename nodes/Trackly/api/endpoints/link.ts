import type { Endpoint } from '../../../../kernel';
import { linkSchema, shortLinkSchema } from '../schemas/link';

/** Short links, by operationId. */
export const linkEndpoints = {
	createLink: {
		operationId: 'createLink',
		method: 'POST',
		path: '/links',
		idempotent: false,
		body: linkSchema,
	},
	shortenLink: {
		operationId: 'shortenLink',
		method: 'POST',
		path: '/links/shorten',
		idempotent: false,
		body: shortLinkSchema,
	},
} as const satisfies Record<string, Endpoint>;
