import type { Resource } from '../../../../kernel';
import { createLink } from './create.operation';
import { shortenLink } from './shorten.operation';

/** Operations on a link, in the editor's order (alphabetical, as n8n wants it). */
export const linkResource: Resource = {
	value: 'link',
	name: 'Link',
	defaultOperation: shortenLink,
	operations: [createLink, shortenLink],
};
