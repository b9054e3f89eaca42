import {
	type ApiRequest,
	booleanField,
	type Endpoint,
	type JsonObject,
	onlyOptionsField,
} from '../../../../../../kernel';
import { dataOf } from '../../api/data';
import { inParts } from '../../api/days';
import { END_DATE } from '../../fields/days';

/** Whether the two forms of a report become one. */
export const normalizeField = booleanField('normalize', {
	displayName: 'Normalize',
	default: true,
	description:
		'Whether to return one shape whatever the API responds, over the whole range and with positive charges. Otherwise each response is returned as it came, one for each 31 days.',
});

/** Whether the days of a report stay apart. */
export const combineField = onlyOptionsField('combine', {
	displayName: 'Combine',
	default: 'totals',
	displayOptions: { show: { normalize: [true] } },
	description: 'What each item is about',
	options: [
		{ name: 'By Day', value: 'days', description: 'One item for each day' },
		{ name: 'Totals', value: 'totals', description: 'The whole range' },
	],
});

/** What every report is asked by. */
interface Asked {
	startDate: string;
	endDate: string;
}

/** A request for each part of the range that the API takes. @throws InputError `invalid_end_date` */
export function requestsFor(
	endpoint: Endpoint,
	{ startDate, endDate }: Asked,
	query: ApiRequest['query'],
): ApiRequest[] {
	return inParts({ start: startDate, end: endDate }, END_DATE).map(({ start, end }) => ({
		endpoint,
		query: { startDate: start, endDate: end, ...query },
	}));
}

/** What the responses hold. */
export function reportsIn(bodies: readonly JsonObject[]): JsonObject[] {
	return bodies.map(dataOf);
}
