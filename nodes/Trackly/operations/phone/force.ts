import { booleanField } from '../../../../kernel';

/** Looks up again what is known already (contract: PhoneValidateRequest.force). */
export const forceField = booleanField('force', {
	displayName: 'Force',
	description:
		'Whether to look the number up again, and pay 0.003 US dollars again, although Trackly knows it already',
});
