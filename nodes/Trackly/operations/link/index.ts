import type { Resource } from '../../../../kernel/n8n/describe';
import { createLink } from './create';
import { shortenLink } from './shorten';

/** What can be done about a link, in the editor's order (alphabetical, as n8n wants it). */
export const linkResource: Resource = {
	value: 'link',
	name: 'Link',
	defaultOperation: shortenLink,
	operations: [createLink, shortenLink],
};
