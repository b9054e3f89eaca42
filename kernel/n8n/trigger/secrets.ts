import type { IWebhookFunctions } from 'n8n-workflow';

import { holdsInvisible } from '../../input/plainText';
import { memoryOf } from './memory';

/** The secrets that a request may be signed with, and where a wrong one is put right. */
export interface SigningSecrets {
	values: readonly string[];
	/** `registration`: the node made the secret; `credential`: the user pasted it. */
	origin: 'registration' | 'credential';
	/** Whether the user pasted spaces, line breaks or invisible signs with it. */
	holdsInvisible: boolean;
}

/** The credential that holds a secret, and its field. */
export interface SecretField {
	credentialType: string;
	field: string;
	/** Whether the API lets no node register itself, so that every secret is pasted. */
	pastedOnly?: boolean;
}

/** @throws when the credential cannot be read */
export async function secretsOf(
	context: IWebhookFunctions,
	{ credentialType, field, pastedOnly = false }: SecretField,
): Promise<SigningSecrets> {
	const { registration, replaced = [], leftovers = [], byHand } = memoryOf(context);
	const now = Date.now();
	const made = [
		registration?.secret,
		...leftovers.map(({ secret }) => secret),
		...replaced.filter(({ until }) => until > now).map(({ secret }) => secret),
	].filter((secret) => secret !== undefined);
	// None at all while a registration is under way.
	if (!pastedOnly && isAutomatic(context) && !byHand) {
		return { values: made, origin: 'registration', holdsInvisible: false };
	}
	const credential = await context.getCredentials(credentialType);
	return fromCredential(credential[field], made);
}

/** Whether the node is to register itself. */
export function isAutomatic(context: Pick<IWebhookFunctions, 'getNodeParameter'>): boolean {
	return context.getNodeParameter('registration', 'automatic') === 'automatic';
}

/** What stands between two secrets. */
const BETWEEN = /, *|(?<=\S)\s*\r?\n\s*(?=\S)/g;

/** What a credential's field holds, and secrets of an endpoint that may still post. */
export function fromCredential(written: unknown, made: readonly string[] = []): SigningSecrets {
	const secrets = readSecrets(written);
	return {
		values: [...secrets, ...made],
		origin: 'credential',
		holdsInvisible: typeof written === 'string' && holdsInvisible(written.replace(BETWEEN, ',')),
	};
}

/**
 * The secrets in a field: one, or several with commas or line breaks between them, for several
 * endpoints or while a secret is being replaced. A secret may hold a comma itself, so the whole field
 * counts too. Empty ones are left out, because anybody can sign with an empty secret.
 */
export function readSecrets(written: unknown): string[] {
	if (typeof written !== 'string') return [];
	const parts = written
		.split(/[,\r\n]/)
		.map((secret) => secret.trim())
		.filter((secret) => secret !== '');
	return parts.length === 0 ? [] : [...new Set([written.trim(), ...parts])];
}
