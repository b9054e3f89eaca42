import { dayField, required } from '../../../../../kernel';

/** The first day of a range. */
export const startDateField = required(
	dayField('startDate', {
		displayName: 'Start Date',
		placeholder: 'e.g. 2026-10-01',
		description: 'First day. In which time zone a day begins is not published.',
	}),
);

/** The last day of a range. */
export const endDateField = required(
	dayField('endDate', {
		displayName: 'End Date',
		placeholder: 'e.g. 2026-10-31',
		description: 'Last day, which is included',
	}),
);

/** Label of the field that a wrong range is put right in. */
export const END_DATE = endDateField.property.displayName;
