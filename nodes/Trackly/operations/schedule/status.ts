/** The states that a schedule can be put into (contract: ScheduleCreate.status). */
export const STATUSES = [
	{ name: 'Draft', value: 'draft', description: 'Texts nobody. The schedule is not finished.' },
	{ name: 'Off', value: 'off', description: 'Texts nobody. The schedule is switched off.' },
	{
		name: 'On',
		value: 'on',
		description: 'Texts every contact of its audiences when due. Check the schedule first.',
	},
];
