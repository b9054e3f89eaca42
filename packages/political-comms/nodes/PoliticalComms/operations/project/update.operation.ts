import {
	booleanField,
	collectionField,
	emptiable,
	InputError,
	type JsonObject,
	perItem,
	type ValuesOf,
} from '../../../../../../kernel';
import { dataOf } from '../../api/data';
import { endpoints } from '../../api/endpoints';
import { simple } from '../../api/simple';
import { many } from '../../fields/many';
import { one } from '../../fields/one';
import { runningAnalysisField, untilAnalyzed } from '../../fields/runningAnalysis';
import { footerField, messageField, nameField, protocolField } from './fields';
import { destinationField, domainField, fallbackField, parameterField } from './link';

const emptied = 'Empty it on purpose to remove it.';

const changes = [
	many('contactListIds', 'Who gets it, in place of the lists before'),
	emptiable({
		...destinationField,
		property: { ...destinationField.property, displayName: 'Link Destination URL', hint: emptied },
	}),
	{ ...domainField, property: { ...domainField.property, displayName: 'Link Domain' } },
	emptiable({
		...fallbackField,
		property: { ...fallbackField.property, displayName: 'Link Fallback URL', hint: emptied },
	}),
	emptiable({
		...parameterField,
		property: { ...parameterField.property, displayName: 'Link Parameter Field', hint: emptied },
	}),
	booleanField('linkTrackingEnabled', {
		displayName: 'Link Tracking',
		default: true,
		description: 'Whether the link in the text is tracked. Off removes all that belongs to it.',
	}),
	many('mediaIds', 'Pictures or videos, in place of those before'),
	messageField,
	nameField,
	footerField,
	many('phoneNumberIds', 'The numbers that texts come from, in place of those before'),
	protocolField,
	many('suppressionListIds', 'Lists of people to leave out, in place of those before'),
] as const;

const changesField = collectionField(
	'changes',
	{ displayName: 'Changes', placeholder: 'Add change' },
	changes,
);

const optionsField = collectionField(
	'options',
	{ displayName: 'Options', placeholder: 'Add option' },
	[runningAnalysisField],
);

/** Changes a project that is not scheduled yet (contract: updateProject). */
export const updateProject = perItem({
	resource: 'project',
	operation: 'update',
	name: 'Update',
	action: 'Update a project',
	description: 'Change a project before it is scheduled. Lists replace those before.',
	fields: [one('projectId', 'The project to change'), changesField, optionsField],
	request: ({ projectId, changes: given }) => {
		const body = bodyOf(given);
		if (Object.values(body).every((value) => value === undefined)) throw noChange();
		return { endpoint: endpoints.updateProject, pathParameters: { id: projectId }, body };
	},
	retryUntil: untilAnalyzed,
	output: dataOf,
	simplify: simple.project,
});

function bodyOf(given: Partial<ValuesOf<typeof changes>>): JsonObject {
	const isOff = given.linkTrackingEnabled === false;
	return {
		name: given.name,
		message_text: given.messageText,
		protocol: given.protocol,
		phone_number_ids: given.phoneNumberIds,
		contact_list_ids: given.contactListIds,
		suppression_list_ids: given.suppressionListIds,
		media_ids: given.mediaIds,
		link_tracking_enabled: given.linkTrackingEnabled,
		link_tracking_destination_url: isOff ? null : orNull(given.linkDestination),
		link_tracking_domain_id: isOff ? null : given.trackingDomainId,
		link_tracking_param_field: isOff ? null : orNull(given.linkParameterField),
		link_tracking_fallback_url: isOff ? null : orNull(given.linkFallbackUrl),
		opt_out_footer_enabled: given.optOutFooter,
	};
}

/** A text that was emptied on purpose takes away what was there. */
function orNull(text: string | undefined): string | null | undefined {
	return text === '' ? null : text;
}

function noChange(): InputError {
	return new InputError(changesField.property.displayName, 'missing_changes', 'has nothing in it');
}
