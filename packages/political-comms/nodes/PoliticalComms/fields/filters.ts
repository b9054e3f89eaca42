import { collectionField, type Field } from '../../../../../kernel';
import { optionalOne } from './one';

/** Only what belongs to this organization. */
export const ofOrganization = optionalOne(
	'organizationId',
	'Only what belongs to this organization. Without it, your own and all below it count.',
);

/** Only what belongs to this brand. */
export const ofBrand = optionalOne('brandId', 'Only what belongs to this brand');

/** Only what belongs to this campaign. */
export const ofCampaign = optionalOne('campaignId', 'Only what belongs to this 10DLC campaign');

/** What narrows a list, under an "Add" button. */
export function filtersOf<const Fields extends readonly Field[]>(...fields: Fields) {
	return collectionField('filters', { displayName: 'Filters', placeholder: 'Add filter' }, fields);
}
