/** The states that a schedule can be put into (contract: ScheduleCreate.status). */
export const STATUSES = [
	{ name: 'Draft', value: 'draft', description: 'Texts nobody: not finished yet' },
	{ name: 'Off', value: 'off', description: 'Texts nobody: finished, but switched off' },
	{
		name: 'On',
		value: 'on',
		description: 'Texts every contact of its audiences as soon as it is due. Check it first.',
	},
];
