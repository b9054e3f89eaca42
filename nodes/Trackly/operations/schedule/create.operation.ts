import { collectionField, perItem, type Field, optionsField } from '../../../../kernel';
import { endpoints } from '../../api/endpoints';
import { unwrap } from '../../api/unwrap';
import { creationOf } from '../../fields/safeguarded';
import { blastsField } from './blasts';
import { scheduleBody, usedValues } from './body';
import {
	audiencesOfSchedule,
	automatedPercentField,
	detailFields,
	nameField,
	sendTypeField,
} from './fields';
import { STATUSES } from './status';
import {
	daysOfWeekField,
	endDateField,
	isRepeatingField,
	notePastDays,
	sendDateField,
	sendTimeField,
	startDateField,
} from './timing';

function shownFor<Shown extends Field>(field: Shown, show: Record<string, unknown[]>): Shown {
	return { ...field, property: { ...field.property, displayOptions: { show } } } as Shown;
}

/** A new schedule is sent once unless told otherwise, and that takes a day. */
function required<Needed extends Field>(field: Needed): Needed {
	return { ...field, property: { ...field.property, required: true } };
}

const once = { isRepeating: [false] };
const repeating = { isRepeating: [true] };

const statusField = optionsField('status', {
	displayName: 'Status',
	default: 'draft',
	description:
		'Status of the new schedule. Start with Draft, check the schedule, then switch it on with Set Status.',
	options: STATUSES,
});

/** Makes a schedule, as a draft unless told otherwise (contract: createSchedule). */
export const createSchedule = perItem({
	resource: 'schedule',
	operation: 'create',
	name: 'Create',
	action: 'Create a schedule',
	description:
		'Create a schedule that texts audiences. It is a draft and texts nobody until you switch it on.',
	fields: [
		nameField,
		sendTypeField,
		isRepeatingField,
		required(shownFor(sendDateField, once)),
		shownFor(startDateField, repeating),
		shownFor(endDateField, repeating),
		shownFor(daysOfWeekField, repeating),
		sendTimeField,
		audiencesOfSchedule,
		shownFor(blastsField, { sendType: ['blast'] }),
		shownFor(automatedPercentField, { sendType: ['automated'] }),
		collectionField(
			'additionalFields',
			{ displayName: 'Additional Fields', placeholder: 'Add field' },
			[...detailFields, statusField],
		),
	],
	request: ({ additionalFields, ...given }, { note }) => {
		const status = additionalFields.status ?? 'draft';
		const values = usedValues({ ...given, ...additionalFields, status });
		notePastDays(values, note);
		return { endpoint: endpoints.createSchedule, body: scheduleBody(values) };
	},
	output: unwrap('schedule'),
	guarded: creationOf('schedule'),
});
