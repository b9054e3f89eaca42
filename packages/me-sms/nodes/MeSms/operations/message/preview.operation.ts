import {
	type ApiRequest,
	charactersBeyondGsm,
	collectionField,
	countParts,
	InputError,
	type JsonObject,
	local,
	onlyOptionsField,
	perItem,
	variants,
} from '../../../../../../kernel';
import { costOf, costRequest } from '../../api/cost';
import { endpoints } from '../../api/endpoints';
import { notCostOnly } from '../../api/sent';
import { noteText } from '../../fields/hints';
import { recipientFields, recipientsPart } from '../../fields/recipients';
import { whoGets } from '../../fields/safeguards';
import { optionalSenderField, senderOfItem } from '../../fields/sender';
import { isDryRun } from '../../fields/sendOptions';
import {
	contentField,
	contentNotice,
	templateField,
	textPart,
	variablesField,
} from '../../fields/text';

const estimateWithField = onlyOptionsField('estimateWith', {
	displayName: 'Estimate With',
	default: 'preview',
	noDataExpression: true,
	description: 'Where the estimate comes from. None of them sends anything.',
	options: [
		{
			name: 'Dry Run',
			value: 'dryRun',
			description: 'ME-SMS checks the request as for a real send. More reliable for templates.',
		},
		{
			name: 'Offline',
			value: 'offline',
			description: 'The node counts the parts itself. It makes no request and returns no credits.',
		},
		{ name: 'Preview', value: 'preview', description: 'ME-SMS calculates parts and credits' },
	],
});

const look = {
	resource: 'message',
	operation: 'preview',
	name: 'Preview Cost',
	action: 'Preview the cost of an SMS',
	description:
		'Find out how many parts and credits a text would take, without sending it. Use it before a send.',
};

const fields = [
	estimateWithField,
	optionalSenderField,
	...recipientFields,
	contentField,
	contentNotice,
	collectionField('options', { displayName: 'Options', placeholder: 'Add option' }, [
		templateField,
		variablesField,
	]),
] as const;

/** As ME-SMS says (contract: previewCost, sendSms). */
const asked = perItem({
	...look,
	fields,
	request({ estimateWith, sender, content, options, ...to }, { note }) {
		const isDry = estimateWith === 'dryRun';
		const send = {
			sender: isDry ? senderOfItem(undefined, sender) : sender,
			...textPart({ content, ...options }),
			...recipientsPart(to, note),
		};
		noteText(content, note);
		return costRequest(send, isDry ? endpoints.sendSms : endpoints.previewCost);
	},
	mistrust: notCostOnly,
	isDry: ({ body }) => isDryRun(body),
	output: (response, { body = {} }: ApiRequest): JsonObject => ({
		...whoGets(body),
		...costOf(response),
		estimated_with: body.dryRun === true ? 'dry_run' : 'preview',
	}),
	orderingKey: ({ body }) => String(body === undefined ? '' : whoGets(body).msisdn),
});

/** As the node counts (contract NOTES 3.8). */
const counted = local({
	...look,
	fields,
	compute({ content, options, sendTo, msisdns, contactGroupId }, { note }) {
		textPart({ content, ...options });
		if (content === undefined) {
			const wrong = 'cannot be estimated offline, because only ME-SMS knows its text';
			const advice = 'Set Estimate With to Dry Run or Preview.';
			throw new InputError(templateField.property.displayName, 'template_offline', wrong, advice);
		}
		const body = recipientsPart({ sendTo, msisdns, contactGroupId }, note);
		noteText(content, note);
		const recipients = Array.isArray(body.msisdns) ? body.msisdns.length : undefined;
		const { encoding, units, parts } = countParts(content);
		return {
			...whoGets(body),
			encoding,
			units,
			parts,
			...(recipients !== undefined && { recipients, total_parts: parts * recipients }),
			non_gsm_characters: [...new Set(charactersBeyondGsm(content))],
			estimated_with: 'offline',
		};
	},
});

/** What a text would cost. */
export const previewCost = variants(estimateWithField, 'offline', counted, asked);
