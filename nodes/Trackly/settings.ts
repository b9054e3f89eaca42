import type { NodeSettings } from '../../kernel';
import { adviceFor } from './api/advice';
import { MAX_REQUEST_BYTES } from './api/limits';
import { tracklyClient } from './client';
import { resources } from './operations';

/** What the Trackly node brings to the kernel. */
export const tracklySettings: NodeSettings = {
	operations: resources.flatMap(({ operations }) => operations),
	client: tracklyClient,
	limits: { maxRequestBytes: MAX_REQUEST_BYTES },
	advice: adviceFor,
};
