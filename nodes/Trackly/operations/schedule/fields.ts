import { booleanField, numberField, optionsField, textField } from '../../../../kernel';
import { audiencesField } from '../../fields/audiences';
import { sourceListsField } from '../../fields/sourceLists';

export const nameField = textField('name', {
	displayName: 'Name',
	required: true,
	placeholder: 'e.g. Friday tasting',
	description: 'What the schedule is called in Trackly',
});

export const sendTypeField = optionsField('sendType', {
	displayName: 'Send Type',
	default: 'blast',
	description: 'What the schedule sends',
	options: [
		{ name: 'Blast', value: 'blast', description: 'Texts that you write, in one or more variants' },
		{ name: 'Automated', value: 'automated', description: 'Without variants of its own' },
	],
});

export const automatedPercentField = numberField('automatedPercent', {
	displayName: 'Automated Percent',
	default: 100,
	typeOptions: { minValue: 0, maxValue: 100, numberPrecision: 2 },
	description: 'Share of the audience for the automated texts, from 0 to 100',
});

export const audiencesOfSchedule = audiencesField(
	'The contacts to text: those of all these audiences together',
);

/** What can be said of a schedule besides its timing, its audiences and its texts. */
export const detailFields = [
	booleanField('filterBots', {
		displayName: 'Filter Bots',
		description: 'Whether to leave out clicks that machines make',
	}),
	numberField('irRevenue', {
		displayName: 'IR Revenue',
		typeOptions: { numberPrecision: 4 },
		description: "Trackly's ir_revenue, which its documentation does not explain",
	}),
	booleanField('isCto', {
		displayName: 'CTO',
		description: "Whether to set Trackly's is_cto, which its documentation does not explain",
	}),
	booleanField('isMms', {
		displayName: 'MMS',
		description: 'Whether to send MMS, which can show a picture, instead of SMS',
	}),
	numberField('skipWithinHours', {
		displayName: 'Skip Within Hours',
		default: 12,
		typeOptions: { minValue: 0 },
		description: 'Leaves out contacts who were texted within so many hours, unless it is 0',
	}),
	sourceListsField(
		'Only contacts of these sending lists are texted; with none picked, those of all lists are',
	),
	booleanField('useLocalTime', {
		displayName: 'Use Local Time',
		description: "Whether Send Time is meant in each recipient's own time zone",
	}),
] as const;
