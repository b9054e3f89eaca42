import type { ContactList } from './contact-list';
import { lineTypeOf } from './phone';
import type { LineType } from './phone';

/** contract: ContactListAnalysisState */
export function analysisState({ analysis, contacts }: ContactList) {
	const analyzed = contacts.filter(({ isAnalyzed }) => isAnalyzed);
	const breakdown: Record<LineType, number> = { mobile: 0, landline: 0, voip: 0, invalid: 0 };
	for (const { phone } of analyzed) breakdown[lineTypeOf(phone)] += 1;
	return {
		status: analysis.status,
		analyzed_numbers: analyzed.length,
		...(analyzed.length > 0 && { breakdown }),
	};
}
