import type { Audience } from '../../catalogue/audiences';
import type { FilterGroup } from '../../catalogue/filter';

/** contract: Audience */
export function audienceRow(audience: Audience) {
	return { ...audience, filter: returned(audience.filter) };
}

/** A filter as it comes back, with camelCase keys (contract: ReturnedFilterGroup). */
function returned({ operator, conditions = [], groups = [] }: FilterGroup): object {
	const camel = (key: string) => key.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
	return {
		operator,
		conditions: conditions.map((condition) =>
			Object.fromEntries(Object.entries(condition).map(([key, value]) => [camel(key), value])),
		),
		groups: groups.map(returned),
	};
}
