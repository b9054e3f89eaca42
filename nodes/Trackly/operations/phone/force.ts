import { booleanField } from '../../../../kernel';

/** Looks up again what is known already (contract: PhoneValidateRequest.force). */
export const forceField = booleanField('force', {
	displayName: 'Force New Lookup',
	description:
		'Whether to look up a number again that Trackly already knows. Each lookup costs 0.003 US dollars.',
});
