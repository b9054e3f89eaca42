import type { Endpoint } from '../../../../kernel';
import { linkSchema, shortLinkSchema } from '../schemas/link';

/** Short links, by operationId. */
export const linkEndpoints = {
	createLink: {
		operationId: 'createLink',
		method: 'POST',
		path: '/links',
		repeat: 'unsafe',
		body: linkSchema,
	},
	shortenLink: {
		operationId: 'shortenLink',
		method: 'POST',
		path: '/links/shorten',
		repeat: 'unsafe',
		body: shortLinkSchema,
	},
} as const satisfies Record<string, Endpoint>;
