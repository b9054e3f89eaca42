import { InputError, numberField, type Field, type RequestError } from '../../../../../kernel';

/** A day. */
const LONGEST = 24 * 60;

const minutesField = numberField('waitForAnalysis', {
	displayName: 'Wait for Running Analysis (Minutes)',
	default: 10,
	typeOptions: { minValue: 0, maxValue: LONGEST },
	description:
		'How long to wait while a contact list of the project is being analyzed. Without this option the item fails instead.',
});

/** Minutes to wait until the lists of a project are no longer being analyzed. */
export const runningAnalysisField: Field<'waitForAnalysis', number> = {
	...minutesField,
	read(raw, label, scope) {
		const minutes = minutesField.read(raw, label, scope) ?? 0;
		if (minutes >= 0 && minutes <= LONGEST) return minutes;
		throw new InputError(label, 'invalid_value', 'must be between 0 and 1,440 minutes');
	},
};

/**
 * Until when a request is made again: only a running analysis passes by itself, and meanwhile nothing is
 * changed (contract: LIST_ANALYSIS_IN_PROGRESS).
 */
export function untilAnalyzed(
	{ code }: RequestError,
	{ options }: { options: { waitForAnalysis?: number } },
	began: number,
): number {
	return code === 'LIST_ANALYSIS_IN_PROGRESS' ? began + (options.waitForAnalysis ?? 0) * 60_000 : 0;
}
