import type { Profile } from '../../profile';
import type { WebhookEvent } from './event';
import type { EventFilter } from './filter';
import type { SecretField } from './secrets';
import type { SignatureHeaders } from './signature';

/** What a package brings to the kernel for a trigger that an API posts events to. */
export interface Trigger {
	profile: Pick<Profile, 'name' | 'secrets'>;
	/** Where its users see their endpoints and secrets, e.g. `Acme under Settings > Webhooks`. */
	endpointsAt: string;
	events: readonly WebhookEvent[];
	filters: readonly EventFilter[];
	signature: SignatureHeaders;
	/** Where users paste a signing secret, and what the editor calls it. */
	secret: SecretField & { fieldLabel: string; credentialLabel: string };
}
