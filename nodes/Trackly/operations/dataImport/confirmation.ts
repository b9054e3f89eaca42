import { type Field, InputError, readTexts } from '../../../../kernel';

const REVENUE_CONFIRMATION = 'DELETE ALL REVENUE';

/** What can be cleared; nothing is chosen until someone chooses it. */
export const entitiesField: Field<'entities', string[]> = {
	name: 'entities',
	property: {
		displayName: 'Data to Delete',
		name: 'entities',
		type: 'multiOptions',
		default: [],
		required: true,
		options: [
			{
				name: 'Clicks of Imported Sends',
				value: 'clicks',
			},
			{
				name: 'Imported Sends',
				value: 'sends',
			},
			{
				name: 'Revenue (All of the Account)',
				value: 'revenue',
				description: 'Includes live revenue, not only imported revenue',
			},
		],
		description: 'Which data to permanently delete',
	},
	read: (raw, label, scope) => {
		const entities = readTexts(raw, label, scope)?.map((entity) => entity.toLowerCase()) ?? [];
		if (entities.length === 0) throw new InputError(label, 'missing_entities', 'is empty');
		return [...new Set(entities)];
	},
};

/**
 * Stops a deletion that nobody has confirmed. A date that was added and is empty stops it too: it
 * would delete everything instead of what is older.
 *
 * @throws InputError `confirm_required`, `missing_before_date`
 */
export function refuseUnconfirmed(
	entities: readonly string[],
	confirm: boolean | undefined,
	confirmRevenue: string | undefined,
	options: { beforeDate?: string },
): void {
	if (confirm !== true) {
		throw new InputError('Confirm Deletion', 'confirm_required', 'is off, so nothing was deleted');
	}
	if (entities.includes('revenue') && confirmRevenue?.trim() !== REVENUE_CONFIRMATION) {
		throw new InputError(
			'Confirm Deletion of All Revenue',
			'confirm_required',
			`must be ${REVENUE_CONFIRMATION}, because this also deletes live revenue. Nothing was deleted`,
			`To delete all revenue of the account, type ${REVENUE_CONFIRMATION}. Otherwise deselect Revenue.`,
		);
	}
	if ('beforeDate' in options && options.beforeDate === undefined) {
		throw new InputError('Before Date', 'missing_before_date', 'is empty');
	}
}
