import type { Profile } from '../../profile';
import type { EventHeaders, WebhookEvent } from './event';
import type { EventFilter } from './filter';
import type { SecretField } from './secrets';
import type { SignatureHeaders } from './signature';

/** What a package brings to the kernel for a trigger that an API posts events to. */
export interface Trigger {
	profile: Pick<Profile, 'name' | 'secrets'>;
	/** Where its users see their endpoints and secrets, e.g. `Acme under Settings > Webhooks`. */
	endpointsAt: string;
	events: readonly WebhookEvent[];
	/** What items call the id that tells an event from others, in the spelling of its fields. */
	eventIdName: string;
	filters: readonly EventFilter[];
	signature: SignatureHeaders;
	/** Headers that name the event, where the API has some; they go before what its body says. */
	eventHeaders?: EventHeaders;
	/**
	 * Whether, while the editor listens for a test event, any signed one is shown: for an API whose own
	 * test is of an unknown kind.
	 */
	anyWhileListening?: boolean;
	/** Whether events that come again are left out, unless the user wants them. */
	dropsRepeats?: boolean;
	/** Where users paste a signing secret, and what the editor calls it. */
	secret: SecretField & { fieldLabel: string; credentialLabel: string };
}
