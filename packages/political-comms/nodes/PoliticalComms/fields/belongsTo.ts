import { collectionField } from '../../../../../kernel';
import { optionalOne } from './one';

/** Whose something new is. */
export const belongsToField = collectionField(
	'belongsTo',
	{ displayName: 'Belongs To', placeholder: 'Add owner' },
	[
		optionalOne('brandId', 'The brand that may use it. Without it, all brands.'),
		optionalOne(
			'organizationId',
			"The organization that it is for. Without it, the API key's own.",
		),
	],
);
