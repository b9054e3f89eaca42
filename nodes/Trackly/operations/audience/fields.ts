import { type JsonObject, textField, type ValuesOf } from '../../../../kernel';
import type { FilterGroup } from '../../api/filter/language';
import { sourceListsField } from '../../fields/sourceLists';

export const nameField = textField('name', {
	displayName: 'Name',
	required: true,
	placeholder: 'e.g. Quiet regulars',
	description: 'Name of the audience in Trackly',
});

export const descriptionField = textField('description', {
	displayName: 'Description',
	placeholder: 'e.g. Bought before, silent for six weeks',
	description: 'What the audience is for',
});

export const sourceListsOfAudience = sourceListsField(
	'Sending lists whose contacts can belong to the audience. Select none for all lists',
);

type AudienceValues = Partial<
	ValuesOf<[typeof nameField, typeof descriptionField, typeof sourceListsOfAudience]>
> & {
	filter?: FilterGroup;
};

/** The values under the API's names (contract: AudienceCreate, AudienceUpdate). */
export function audienceBody(values: AudienceValues): JsonObject {
	return {
		name: values.name,
		description: values.description,
		source_lists: values.sourceLists,
		filter: values.filter,
	};
}
