import { collectionField, perItem } from '../../../../kernel';
import { endpoints } from '../../api/endpoints';
import { unwrap } from '../../api/unwrap';
import { changeable, changes, UPDATE_FIELDS } from '../../fields/changes';
import { scheduleIdField } from '../../fields/schedule';
import { blastsField } from './blasts';
import { scheduleBody } from './body';
import {
	audiencesOfSchedule,
	automatedPercentField,
	detailFields,
	nameField,
	sendTypeField,
} from './fields';
import {
	daysOfWeekField,
	endDateField,
	isRepeatingField,
	notePastDays,
	sendDateField,
	sendTimeField,
	startDateField,
} from './timing';

/** Changes a schedule (contract: updateSchedule). */
export const updateSchedule = perItem({
	resource: 'schedule',
	operation: 'update',
	name: 'Update',
	action: 'Update a schedule',
	description: 'A schedule that is on stays on. Change a schedule. Other fields keep their values.',
	fields: [
		scheduleIdField('The schedule to change'),
		collectionField('updateFields', UPDATE_FIELDS, [
			changeable(nameField),
			sendTypeField,
			isRepeatingField,
			sendDateField,
			startDateField,
			endDateField,
			daysOfWeekField,
			changeable(sendTimeField),
			changeable(audiencesOfSchedule),
			blastsField,
			automatedPercentField,
			...detailFields,
		]),
	],
	request: ({ scheduleId, updateFields }, { note }) => {
		notePastDays(updateFields, note);
		return {
			endpoint: endpoints.updateSchedule,
			pathParameters: { id: scheduleId },
			body: changes(scheduleBody(updateFields)),
		};
	},
	output: unwrap('schedule'),
	orderingKey: ({ pathParameters }) => String(pathParameters?.id),
});
