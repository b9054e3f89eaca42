import { readDateTime, readGuard, readText, readTimeZone, InputError } from '../../../kernel';
import { readDay } from '../../../kernel/input/dates';
import { serialize } from '../../../kernel/input/validate';
import { toNodeError } from '../../../kernel';
import { failure } from '../../../kernel/delivery/outcome';
import { RequestError } from '../../../kernel/http/requestError';
import { readPattern } from '../../../kernel/n8n/trigger/pattern';
import { questionOf } from '../../../kernel/n8n/approval/readQuestion';
import { parsePhoneNumber } from '../../../kernel/sms/phone';
import { readConnection } from '../../../nodes/Trackly/api/connection';
import { readFilter } from '../../../nodes/Trackly/api/filter/read';
import { checkOfferLinks } from '../../../nodes/Trackly/fields/offerLinks';
import { readListNumber } from '../../../nodes/Trackly/fields/list';
import { readSourceLists } from '../../../nodes/Trackly/fields/sourceLists';
import { pathField } from '../../../kernel';
import { checkBlasts } from '../../../nodes/Trackly/operations/schedule/blasts';
import { checkTiming } from '../../../nodes/Trackly/operations/schedule/timing';
import { refuseUnconfirmed } from '../../../nodes/Trackly/operations/dataImport/confirmation';
import { trackly } from '../../../nodes/Trackly/profile';

const SCOPE = { timezone: 'America/New_York' };
const NODE = {
	id: '1',
	name: 'Trackly SMS',
	type: 'n8n-nodes-trackly.trackly',
	typeVersion: 1,
	position: [0, 0] as [number, number],
	parameters: {},
};

/** What a user reads of an error: the message and the advice below it. */
function toldOf(work: () => unknown): { message: string; advice: string } {
	try {
		work();
	} catch (error) {
		const { message, description } = toNodeError(NODE, failure(error), trackly);
		return { message, advice: String(description) };
	}
	throw new Error('nothing was refused');
}

const phone = (given: unknown, country?: 'US') => () => parsePhoneNumber(given, country, 'To');
const group = { operator: 'AND', conditions: [], groups: [] };
const time = {
	condition_type: 'time',
	field: 'last_sent_at',
	operator: 'within',
	value: 3,
	unit: 'days',
};

describe('advice fits the cause', () => {
	it.each([
		[
			'an email address',
			phone('ada@example.com'),
			'is an email address',
			/field that contains the phone number/,
		],
		['an emergency number', phone('911'), 'too short', /complete number/],
		['an emergency number in a country', phone('911', 'US'), 'too short', /complete number/],
		[
			'two numbers',
			phone('+12025550117, +12025550118'),
			'more than one number',
			/one phone number per item/,
		],
		[
			'two numbers and a word',
			phone('202-555-0117 or 202-555-0118', 'US'),
			'more than one number',
			/one phone number per item/,
		],
		['an extension', phone('+1 202 555 0117 ext. 12'), 'has an extension', /Remove the extension/],
		['scientific notation', phone('1.2025550117E+10'), 'scientific notation', /column as text/],
		['decimals', phone('12025550117.25'), 'decimals', /column as text/],
		[
			'no country code',
			phone('2025550117'),
			'no country code',
			/\+ and country code.*or add Default Country/,
		],
		[
			'a word',
			phone('call me'),
			'is not a phone number',
			/Map a field that contains a phone number/,
		],
		[
			'an object',
			phone({}),
			'must be text, but is an object',
			/Map a field that contains a phone number/,
		],
		['nothing', phone(''), 'is empty', /filter out items/],
		['a number of nobody', phone('+12005550117'), 'does not exist', /Check the digits/],
		[
			'a number that is too long',
			phone('+120255501171234'),
			'does not exist in its country',
			/Check the digits/,
		],
	])('a phone number that is %s', (_, work, message, advice) => {
		const told = toldOf(work);
		expect(told.message).toContain(message);
		expect(told.advice).toMatch(advice);
		const asksForCountry = /no country code|can be read as/.test(message);
		expect(/country code/.test(told.advice)).toBe(asksForCountry);
	});

	it.each([
		[
			'percentages of 60 and 30',
			() =>
				checkBlasts([
					{ message: 'Hi', percentAudience: 60 },
					{ message: 'Ho', percentAudience: 30 },
				]),
			'add up to 90',
			/Change Percent of Audience/,
		],
		[
			'a variant without a text',
			() => checkBlasts([{ percentAudience: 100 }]),
			'"Variant 1 > Text" is empty',
			/Write its text/,
		],
		[
			'a variant without a percentage',
			() => checkBlasts([{ message: 'Hi' }]),
			'is empty',
			/percentage from 0 to 100/,
		],
		[
			'a day that is none',
			() => readDay('soon', 'Send Date', SCOPE),
			'not a valid date',
			/such as 2026-05-04\.$/,
		],
		[
			'a time that is none',
			() => readDateTime('soon', 'Timestamp', SCOPE),
			'not a valid date and time',
			/2026-03-02T16:20:00Z/,
		],
		[
			'a range that ends before it starts',
			() => checkTiming({ startDate: '2026-05-04', endDate: '2026-05-01' }),
			'End Date',
			/Start Date or a later day/,
		],
		[
			'no day of the week',
			() => checkTiming({ daysOfWeek: { monday: false } }),
			'is empty',
			/at least one day of the week/,
		],
		[
			'an empty filter',
			() => readFilter(group, 'Filter'),
			'has no conditions',
			/^Add at least one condition to the filter\.$/,
		],
		[
			'an empty group',
			() => readFilter({ operator: 'AND', groups: [group] }, 'Filter'),
			'group 1: has no conditions',
			/this group/,
		],
		[
			'a key that no group has',
			() => readFilter({ ...group, condition: [] }, 'Filter'),
			'"condition"',
			/only the keys/,
		],
		[
			'a list of a condition that is none',
			() => readFilter({ operator: 'AND', conditions: [{ ...time, list_id: 'x' }] }, 'Filter'),
			'list_id',
			/ID of a sending list/,
		],
		[
			'a placeholder without a link',
			() => checkOfferLinks('{{link2}}', []),
			'no entry for link2',
			/Placeholder is link2/,
		],
		[
			'a link without a placeholder',
			() =>
				checkOfferLinks('Hi', [
					{ key: 'link1', offerId: '7', url: undefined, urlParams: undefined },
				]),
			'no {{link1}}',
			/or remove this offer link/,
		],
		[
			'a list number without country code',
			() => readListNumber('8005550142', 'Sending List', SCOPE),
			'no country code',
			/dropdown/,
		],
		[
			'no source list',
			() => readSourceLists('', 'Source Lists', SCOPE),
			'is empty',
			/\[\], for all lists/,
		],
		[
			'a query in a path',
			() => pathField('/lists').read('/lists?status=on', 'Path', SCOPE),
			'Query Parameters',
			/after \/v2/,
		],
		[
			'revenue that nobody confirmed',
			() => refuseUnconfirmed(['revenue'], true, 'yes', {}),
			'DELETE ALL REVENUE',
			/deselect Revenue/,
		],
		[
			'a deletion that nobody confirmed',
			() => refuseUnconfirmed(['sends'], false, undefined, {}),
			'is off',
			/switch on Confirm Deletion/,
		],
		[
			'a guard without a value',
			() => readGuard(undefined, 'Dry Run', SCOPE),
			'its expression returned nothing',
			/remove the option/,
		],
		[
			'a calculation that failed',
			() => readText(NaN, 'Text', SCOPE),
			'calculation',
			/Check the expression/,
		],
		[
			'a time zone that is none',
			() => readTimeZone('Mars', 'Time Zone', SCOPE),
			'not a time zone',
			/America\/Denver/,
		],
		[
			'one choice only',
			() => questionOf({ responseType: 'choices', choices: ['Yes'] }),
			'has 1 entry',
			/Correct the value|two to six/,
		],
		[
			'a record that is too large',
			() => serialize('long text', 3, 'Trackly'),
			'accepts at most 3',
			/Shorten/,
		],
		[
			'lookbehind',
			() => readPattern('(?<=a)b', 'Reply Text Matches'),
			'lookbehind',
			/Match the text before/,
		],
		[
			'a pattern that is none',
			() => readPattern('(', 'Reply Text Matches'),
			'not a valid regular expression',
			/brackets/,
		],
		[
			'a pattern that is too large',
			() => readPattern('(a{1,900}){1,900}', 'Reply Text Matches'),
			'too large',
			/smaller repetitions/,
		],
		[
			'no API key',
			() => readConnection({ apiKey: ' ' }),
			'"API Key" is empty',
			/Create an API key/,
		],
		[
			'a line break in the API key',
			() => readConnection({ apiKey: 'trk_a\nb' }),
			'a space or a line break',
			/Paste the API key again/,
		],
		[
			'no Base URL',
			() => readConnection({ apiKey: 'k', baseUrl: '' }),
			'"Base URL" is empty',
			/under Base URL/,
		],
		[
			'no Custom Base URL',
			() => readConnection({ apiKey: 'k', baseUrl: 'custom' }),
			'"Custom Base URL" is empty',
			/under Custom Base URL/,
		],
	])('%s', (_, work, message, advice) => {
		const told = toldOf(work);
		expect(told.message).toContain(message);
		expect(told.advice).toMatch(advice);
	});

	it('a key that Trackly does not know is made anew: Trackly shows it only once', () => {
		const refused = new RequestError('The key is not valid', {
			kind: 'refused',
			code: 'invalid_api_key',
			status: 401,
		});
		const { advice } = toldOf(() => {
			throw refused;
		});
		expect(advice).toMatch(/only once\. Create a new key/);
	});

	it('the advice of the cause goes before that of its code, and that before none', () => {
		const told = (advice?: string) =>
			toldOf(() => {
				throw new InputError('Text', 'missing_body', 'is empty', advice);
			}).advice;
		expect([told('Type one.'), told()]).toEqual(['Type one.', 'Write the text to send.']);
	});
});
