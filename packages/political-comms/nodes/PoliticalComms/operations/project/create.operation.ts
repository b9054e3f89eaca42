import {
	collectionField,
	evidenceIn,
	InputError,
	isJsonObject,
	onlyOptionsField,
	perItem,
} from '../../../../../../kernel';
import { dataOf } from '../../api/data';
import { endpoints } from '../../api/endpoints';
import { simple } from '../../api/simple';
import { many } from '../../fields/many';
import { once } from '../../fields/once';
import { one, optionalOne } from '../../fields/one';
import { runningAnalysisField, untilAnalyzed } from '../../fields/runningAnalysis';
import { footerField, protocolField, requiredMessageField, requiredNameField } from './fields';
import { linkBody, linkNote, linkTrackingField } from './link';
import { senderOf } from './sender';

const channelField = onlyOptionsField('channel', {
	displayName: 'Channel',
	default: '10dlc',
	noDataExpression: true,
	options: [
		{ name: '10DLC', value: '10dlc', description: 'Local numbers of a brand and its campaign' },
		{ name: 'Toll-Free', value: 'toll-free', description: 'Numbers of a toll-free verification' },
	],
	description: 'Which kind of numbers the texts come from. All numbers must be of this kind.',
});

const of = (channel: string) => ({
	required: true,
	displayOptions: { show: { channel: [channel] } },
});

const optionsField = collectionField(
	'options',
	{ displayName: 'Options', placeholder: 'Add option' },
	[
		many('mediaIds', 'Pictures or videos, for MMS only'),
		footerField,
		many('suppressionListIds', 'Lists of people to leave out'),
		runningAnalysisField,
	],
);

/** A broadcast, which nothing is sent of yet (contract: createProject). */
export const createProject = perItem({
	resource: 'project',
	operation: 'create',
	name: 'Create',
	action: 'Create a project',
	description: 'Create a project, which is one broadcast. Nothing is sent before you schedule it.',
	fields: [
		one('organizationId', 'The organization that sends'),
		channelField,
		optionalOne('brandId', 'The brand that sends', of('10dlc')),
		optionalOne('campaignId', 'The 10DLC campaign that it belongs to', of('10dlc')),
		optionalOne('tollFreeVerificationId', 'The verification of the numbers', of('toll-free')),
		many('phoneNumberIds', 'The numbers that texts come from, at most 49', { required: true }),
		protocolField,
		requiredNameField,
		requiredMessageField,
		many('contactListIds', 'Who gets it. Without lists the project is a draft; add them later'),
		linkTrackingField,
		optionsField,
	],
	request: (values) => {
		const { channel, options, protocol, contactListIds } = values;
		if (options.mediaIds?.length && protocol !== 'mms') throw mediaWithoutMms();
		return {
			endpoint: endpoints.createProject,
			body: {
				organization_id: values.organizationId,
				channel,
				...senderOf(values),
				phone_number_ids: values.phoneNumberIds ?? [],
				name: values.name,
				protocol,
				// The picker's empty list means none; the API takes no empty list.
				contact_list_ids: contactListIds?.length ? contactListIds : undefined,
				suppression_list_ids: options.suppressionListIds,
				message_text: values.messageText,
				media_ids: options.mediaIds,
				...linkBody(values.linkTracking),
				opt_out_footer_enabled: options.optOutFooter,
			},
		};
	},
	retryUntil: untilAnalyzed,
	evidence: (body) => isJsonObject(body) && isMade(body.data),
	output: dataOf,
	simplify: simple.project,
	guarded: once('project', { note: linkNote }),
});

const isMade = evidenceIn('project_id', 'id');

function mediaWithoutMms(): InputError {
	return new InputError('Media File Names or IDs', 'media_without_mms', 'needs the protocol MMS');
}
