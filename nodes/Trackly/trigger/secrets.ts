import type { IWebhookFunctions } from 'n8n-workflow';

import { containsWhitespace, memoryOf, readSecrets } from '../../../kernel';

/** The secrets that a request may be signed with, and where a wrong one is put right. */
export interface SigningSecrets {
	values: readonly string[];
	/** `registration`: the node made the secret; `credential`: the user pasted it. */
	origin: 'registration' | 'credential';
	/** Whether the user pasted blanks or line breaks with it. */
	hasWhitespace: boolean;
}

/** @throws when the credential cannot be read */
export async function secretsOf(context: IWebhookFunctions): Promise<SigningSecrets> {
	const registered = registeredSecrets(context);
	if (registered !== undefined) {
		return { values: registered, origin: 'registration', hasWhitespace: false };
	}
	const { webhookSecret } = await context.getCredentials('tracklyApi');
	const { registration, previousSecret } = memoryOf(context);
	const earlier = [registration?.secret, previousSecret].filter((secret) => secret !== undefined);
	return fromCredential(webhookSecret, earlier);
}

/** What a credential's field holds, and secrets of an endpoint that may still post. */
export function fromCredential(
	webhookSecret: unknown,
	earlier: readonly string[] = [],
): SigningSecrets {
	return {
		values: [...readSecrets(webhookSecret), ...earlier],
		origin: 'credential',
		hasWhitespace: containsWhitespace(webhookSecret),
	};
}

/** `undefined` where endpoints are set up by hand. None while the registration is under way. */
function registeredSecrets(context: IWebhookFunctions): string[] | undefined {
	if (context.getNodeParameter('registration', 'byHand') !== 'automatic') return undefined;
	const { registration, previousSecret, byHand } = memoryOf(context);
	if (byHand) return undefined;
	return [registration?.secret, previousSecret].filter((secret) => secret !== undefined);
}
