import type { IDataObject } from 'n8n-workflow';

import type { Part } from '../../../../test/chaos/toItsEnd';
import { isBad, type Ask } from './asks';
import type { Scenario } from './scenario';
import { verdictOf, type Verdict } from './verdicts';

/** What one execution says of a text to a person. */
export interface Told extends Ask {
	verdict: Verdict;
	uuid?: unknown;
	/** `scheduled`, where it says so. */
	status?: unknown;
}

/** Whether an execution says nothing of its items. */
export const isSilent = ({ status }: Part) => status !== 'success';

/** What an execution says of each text; `wrong` gets what has no outcome, or too many, or a wrong place. */
export function toldIn(scenario: Scenario, asks: readonly Ask[], part: Part, wrong: string[]) {
	if (isSilent(part)) return [];
	const { items, work, onError } = scenario;
	const byItem = items.map((): IDataObject[] => []);
	let last = 0;
	for (const { item, json } of part.reported) {
		if (byItem[item] === undefined) wrong.push(`of no item: ${JSON.stringify(json)}`);
		else byItem[item].push(json);
		if (onError !== 'continueErrorOutput' && item < last)
			wrong.push(`item ${item} is out of order`);
		last = item;
	}
	byItem.forEach((outcomes, item) => {
		const isOne = work !== 'sendFile' || isBad(scenario, item);
		if (outcomes.length === 0 || (isOne && outcomes.length > 1)) {
			wrong.push(`item ${item} has ${outcomes.length} outcomes`);
		}
	});
	if (work === 'sendFile') return asks.flatMap((ask) => inFile(ask, byItem[ask.item], wrong));
	return asks.flatMap((ask) => byItem[ask.item].slice(0, 1).map((json) => toldOf(ask, json)));
}

/** Of a number in a file, the outcome of the request with its row says it, or errors without rows do. */
function inFile(ask: Ask, outcomes: readonly IDataObject[], wrong: string[]): Told[] {
	const own = outcomes.filter(
		({ firstRow, lastRow }) => Number(firstRow) <= ask.row && ask.row <= Number(lastRow),
	);
	const withoutRows = outcomes.filter(({ firstRow }) => firstRow === undefined);
	if (own.length === 1) return [toldOf(ask, own[0])];
	if (own.length > 1 || withoutRows.length === 0) {
		wrong.push(`row ${ask.row} of item ${ask.item} has ${own.length} outcomes`);
		return [];
	}
	const verdicts = withoutRows.map(verdictOf);
	// Which of them it is, cannot be told.
	return [{ ...ask, verdict: verdicts.includes('unknown') ? 'unknown' : verdicts[0] }];
}

function toldOf(ask: Ask, json: IDataObject): Told {
	return { ...ask, verdict: verdictOf(json), uuid: json.uuid, status: json.status };
}
