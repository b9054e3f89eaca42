import type { ClientSettings } from '../../kernel';
import { readConnection } from './api/connection';

/** How the kernel reaches Trackly. */
export const tracklyClient: ClientSettings = {
	credentialType: 'tracklyApi',
	baseUrlOf: (credential) => readConnection(credential).baseUrl,
};
