import { list } from '../../kit/account';
import { useNoJitter } from '../../kit/operation';
import { operationOf } from '../trackly';
import { goodAnswer, orders, useOperations } from './api';
import { CONTINUE, FAILURE_SETTINGS } from './outcomes';

/**
 * Rule R13: nothing is sent before everything that decides about it was checked; and what may have
 * been sent is not sent again by an execution that retries.
 */
useNoJitter();
const { stub, of, writes } = useOperations();

const ask = operationOf(stub, {
	resource: 'message',
	operation: 'sendAndWait',
	listNumber: list(),
	to: '+12025550117',
	message: '={{ $json.question ?? "Shall we?" }}',
	options: {},
});

describe('Limit Wait Time of Send and Wait', () => {
	const BAD: Array<[name: string, options: Record<string, unknown>]> = [
		...['Hours', 'hour', 'seconds', 'weeks', '', ' '].map(
			(unit): [string, Record<string, unknown>] => [
				`the unit "${unit}"`,
				{ waitLimit: 2, waitLimitUnit: `={{ ${JSON.stringify(unit)} }}` },
			],
		),
		['a unit that is a number', { waitLimit: 2, waitLimitUnit: '={{ 3 }}' }],
		['0', { waitLimit: 0, waitLimitUnit: 'hours' }],
		['less than 0', { waitLimit: -1, waitLimitUnit: 'hours' }],
		['0 by expression', { waitLimit: '={{ 0 }}' }],
		['a limit beyond every date', { waitLimit: '={{ 1e12 }}', waitLimitUnit: 'days' }],
		['no number', { waitLimit: "={{ 'x' }}" }],
		['NaN', { waitLimit: '={{ NaN }}' }],
		['Infinity', { waitLimit: '={{ Infinity }}' }],
		['an object', { waitLimit: '={{ ({}) }}' }],
	];

	describe.each(FAILURE_SETTINGS)('%s', (_, settings) => {
		it.each(BAD)('%s: refused before the text leaves', async (__, options) => {
			const result = await ask([{}], { parameters: { options: options as never }, settings });
			expect(writes()).toEqual([]);
			expect(result.waitTill).toBeUndefined();
			const said = result.error ?? result.errorItems[0] ?? result.items[0]?.json.message;
			expect(said).toBeDefined();
		});
	});

	it.each([
		['3 minutes', { waitLimit: 3, waitLimitUnit: 'minutes' }, 3 * 60_000],
		['2, which are hours', { waitLimit: 2 }, 2 * 3_600_000],
		[
			'5 days by expression',
			{ waitLimit: '={{ 5 }}', waitLimitUnit: "={{ 'days' }}" },
			5 * 86_400_000,
		],
	])('%s: waits so long', async (_, options, milliseconds) => {
		const started = Date.now();
		const result = await ask([{}], { parameters: { options } });
		expect(writes()).toHaveLength(1);
		expect(Number(result.waitTill)).toBeGreaterThanOrEqual(started + milliseconds);
		expect(Number(result.waitTill)).toBeLessThanOrEqual(Date.now() + milliseconds);
	});
});

describe('a question that the page cannot ask', () => {
	const BAD: Array<[name: string, parameters: Record<string, unknown>]> = [
		['no choices', { responseType: 'choices', choices: '={{ [] }}' }],
		['one choice', { responseType: 'choices', choices: 'Today' }],
		['seven choices', { responseType: 'choices', choices: '={{ [1,2,3,4,5,6,7] }}' }],
		['the same choice twice', { responseType: 'choices', choices: 'Today\nToday' }],
		['choices that are an object', { responseType: 'choices', choices: '={{ ({}) }}' }],
		['another response type', { responseType: 'customForm' }],
		...[0, 5_001, '={{ "x" }}'].map((maxCharacters): [string, Record<string, unknown>] => [
			`a text of ${maxCharacters} characters`,
			{ responseType: 'freeText', options: { maxCharacters } },
		]),
		['a language that is none', { options: { pageLanguage: 'Spanish please' } }],
	];

	describe.each(FAILURE_SETTINGS)('%s', (_, settings) => {
		it.each(BAD)('%s: refused before the text leaves', async (__, parameters) => {
			const result = await ask([{}], { parameters: parameters as never, settings });
			expect(writes()).toEqual([]);
			expect(result.waitTill).toBeUndefined();
			const said = result.error ?? result.errorItems[0] ?? result.items[0]?.json.message;
			expect(said).toBeDefined();
		});
	});

	it.each([
		['by default', {}],
		['with choices', { responseType: 'choices', choices: "={{ ['Today', 'Tomorrow'] }}" }],
		['with a text box', { responseType: 'freeText', options: { maxCharacters: 160 } }],
	])('is asked %s', async (_, parameters) => {
		const result = await ask([{}], { parameters });
		expect(writes()).toHaveLength(1);
		expect(result.waitTill).toBeDefined();
	});
});

describe('an execution that is retried after its answer was lost', () => {
	const FAIL = { options: { ifRecordsAreRejected: 'fail' } };

	it.each([
		['Send and Wait', ask, {}],
		['Send', of('Send'), {}],
		['Send Raw', of('Send Raw'), {}],
		['Send Many', of('Send Many'), FAIL],
		['Send Raw Many', of('Send Raw Many'), FAIL],
		['Revenue > Record', of('Revenue > Record'), {}],
	])('%s texts nobody again', async (_, run, parameters) => {
		for (const answer of [undefined, { status: 503, json: {} }, { text: '<html>' }]) {
			stub.answer(() => answer);
			const before = writes().length;
			const first = await run(orders(1), { parameters, executionId: '1' });
			expect(first.error).toBeDefined();
			expect(writes().length - before).toBe(1);
			stub.answer(goodAnswer);
			const second = await run(orders(1), { parameters, executionId: '2', retryOf: first });
			await run(orders(1), { parameters, executionId: '3', retryOf: second });
			expect(writes().length - before).toBe(1);
		}
	});

	it('Send and Wait texts a question that was refused, and waits', async () => {
		stub.answer(() => ({ status: 400, json: { error: 'No', code: 'not_now' } }));
		const first = await ask([{}], { executionId: '1' });
		stub.answer(goodAnswer);
		const second = await ask([{}], { executionId: '2', retryOf: first });
		expect(second.error).toBeUndefined();
		expect(second.waitTill).toBeDefined();
		expect(writes()).toHaveLength(2);
	});

	it('Send and Wait says what the earlier execution came to', async () => {
		stub.answer(() => undefined);
		const first = await ask([{}], { executionId: '1' });
		stub.answer(goodAnswer);
		const second = await ask([{}], { executionId: '2', retryOf: first, settings: CONTINUE });
		expect(second.items[0].json).toMatchObject({ status: 'unknown' });
		expect(second.waitTill).toBeUndefined();
	});

	it('Send and Wait texts another question', async () => {
		stub.answer(() => undefined);
		await ask([{ question: 'One?' }], { executionId: '1' });
		stub.answer(goodAnswer);
		await ask([{ question: 'Two?' }], { executionId: '2' });
		expect(writes()).toHaveLength(2);
	});
});
