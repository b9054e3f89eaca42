import { booleanField, numberField, optionsField, textField } from '../../../../kernel';
import { audiencesField } from '../../fields/audiences';
import { sourceListsField } from '../../fields/sourceLists';

export const nameField = textField('name', {
	displayName: 'Name',
	required: true,
	placeholder: 'e.g. Friday tasting',
	description: 'Name of the schedule in Trackly',
});

export const sendTypeField = optionsField('sendType', {
	displayName: 'Send Type',
	default: 'blast',
	description: 'What the schedule sends',
	options: [
		{ name: 'Blast', value: 'blast', description: 'Texts that you write, in one or more variants' },
		{ name: 'Automated', value: 'automated', description: 'Automated texts, without variants' },
	],
});

export const automatedPercentField = numberField('automatedPercent', {
	displayName: 'Automated Percent',
	default: 100,
	typeOptions: { minValue: 0, maxValue: 100, numberPrecision: 2 },
	description: 'Share of the audience that receives automated texts, from 0 to 100',
});

export const audiencesOfSchedule = audiencesField(
	'Audiences to text: all contacts of these audiences together',
);

/** What can be said of a schedule besides its timing, its audiences and its texts. */
export const detailFields = [
	booleanField('filterBots', {
		displayName: 'Filter Bots',
		description: 'Whether to ignore clicks by bots',
	}),
	booleanField('isMms', {
		displayName: 'MMS',
		description: 'Whether to send the texts as MMS, which can include a picture',
	}),
	numberField('skipWithinHours', {
		displayName: 'Skip Within Hours',
		default: 12,
		typeOptions: { minValue: 0 },
		description: 'Skip contacts who were texted within this many hours. Set to 0 to skip nobody.',
	}),
	sourceListsField('Sending lists whose contacts are texted. Select none for all lists'),
	booleanField('useLocalTime', {
		displayName: 'Use Local Time',
		description: "Whether Send Time is in each recipient's time zone",
	}),
] as const;
