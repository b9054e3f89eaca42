import type { NodeSettings } from '../../kernel';
import { adviceFor } from './api/advice';
import { limits } from './api/contract.generated/limits';
import { tracklyClient } from './client';
import { resources } from './operations';

/** What the Trackly node brings to the kernel. */
export const tracklySettings: NodeSettings = {
	operations: resources.flatMap(({ operations }) => operations),
	client: tracklyClient,
	limits: { maxRequestBytes: limits.max_request_bytes_safe },
	advice: adviceFor,
};
