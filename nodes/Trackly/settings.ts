import type { NodeSettings } from '../../kernel';
import { resources } from './operations';
import { trackly } from './profile';

/** What the Trackly node brings to the kernel. */
export const tracklySettings: NodeSettings = {
	operations: resources.flatMap(({ operations }) => operations),
	profile: trackly,
};
