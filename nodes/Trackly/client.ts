import type { ClientSettings } from '../../kernel/n8n/client';
import { readConnection } from './api/connection';

/** How the kernel reaches Trackly. */
export const tracklyClient: ClientSettings = {
	credentialType: 'tracklyApi',
	baseUrlOf: (credential) => readConnection(credential).baseUrl,
};
