import type { INodeParameters } from 'n8n-workflow';

import { shown, useNoJitter } from '../../../../test/kit/operation';
import { useStubFor } from '../../../../test/kit/stub';
import { credentialAt, operationOf, UUID } from './meSms';

const stub = useStubFor(credentialAt, ({ path }) => ({
	json: path.endsWith('/preview') ? { parts: 1, credits: 3 } : { uuid: UUID },
}));
useNoJitter();

const NUMBER = '66812345678';
const usual = {
	resource: 'message',
	operation: 'send',
	sender: { __rl: true, mode: 'name', value: 'TEAHOUSE' },
	sendTo: 'numbers',
	msisdns: '081 234 5678',
	content: 'Hello',
};
const run = operationOf(stub, usual);
const withOptions = (options: INodeParameters) => ({ parameters: { options } });
const BODY = { sender: 'TEAHOUSE', content: 'Hello', msisdns: [NUMBER] };
const sends = () => stub.requests().filter(({ path }) => path.endsWith('/sms/send'));

describe('one text', () => {
	it.each([{ uuid: UUID }, { success: true, data: { uuid: UUID } }])(
		'is queued: %j',
		async (json) => {
			stub.answer(() => ({ json }));
			const { items, error } = await run([{}]);
			expect(error).toBeUndefined();
			expect(items[0].json).toEqual({
				status: 'queued',
				uuid: UUID,
				msisdn: NUMBER,
				sender: 'TEAHOUSE',
			});
			expect(stub.requests()).toEqual([{ method: 'POST', path: '/api/v2/sms/send', body: BODY }]);
		},
	);

	it.each<[string, string | string[], string[]]>([
		['an array', ['0812345678', '+66 89 876 5432'], ['66812345678', '66898765432']],
		['commas', '0812345678, 0898765432', ['66812345678', '66898765432']],
		['lines', '0812345678\n0898765432\n', ['66812345678', '66898765432']],
		['a number twice', '0812345678, +66812345678', ['66812345678']],
	])('goes to a list of numbers, given as %s', async (_, given, msisdns) => {
		await run([{ given }], { parameters: { msisdns: '={{ $json.given }}' } });
		expect(stub.bodies()).toEqual([{ ...BODY, msisdns }]);
	});

	it('goes to a contact group', async () => {
		const { items } = await run([{}], {
			parameters: { sendTo: 'contactGroup', contactGroupId: 12 },
		});
		expect(stub.bodies()).toEqual([{ sender: 'TEAHOUSE', content: 'Hello', contactGroupId: 12 }]);
		expect(items[0].json).toMatchObject({ status: 'queued', contactGroupId: 12 });
	});

	it('may be a template with variables', async () => {
		const variables = { assignments: [{ id: '1', name: 'name', type: 'string', value: 'Mali' }] };
		await run([{}], { parameters: { content: '', options: { templateId: 41, variables } } });
		expect(stub.bodies()).toEqual([
			{ sender: 'TEAHOUSE', templateId: 41, variables: { name: 'Mali' }, msisdns: [NUMBER] },
		]);
	});

	it('is scheduled, with seconds and the offset of the zone', async () => {
		const options = { scheduledTime: '2199-02-14T09:30:00' };
		const { items } = await run([{}], { ...withOptions(options), timezone: 'Asia/Bangkok' });
		expect(stub.bodies()).toEqual([{ ...BODY, scheduledTime: '2199-02-14T09:30:00+07:00' }]);
		expect(items[0].json).toMatchObject({
			status: 'scheduled',
			scheduledTime: '2199-02-14T09:30:00+07:00',
		});
	});

	it('is scheduled in another zone than that of the workflow', async () => {
		const options = { scheduledTime: '2199-02-14T09:30:00', timezone: 'Asia/Tokyo' };
		await run([{}], { ...withOptions(options), timezone: 'Asia/Bangkok' });
		expect(stub.bodies()[0].scheduledTime).toBe('2199-02-14T09:30:00+09:00');
	});

	it('waits for the end of the quiet hours', async () => {
		const options = { scheduledTime: '2199-02-14T22:00:00+07:00', quietHours: true };
		const { items } = await run([{}], withOptions(options));
		expect(stub.bodies()[0].scheduledTime).toBe('2199-02-15T09:00:00+07:00');
		expect(items[0].json.status).toBe('scheduled');
	});

	it('keeps to other quiet hours', async () => {
		const options = {
			scheduledTime: '2199-02-14T12:30:00+07:00',
			quietHours: true,
			quietHoursFrom: '12:00',
			quietHoursUntil: '13:15',
		};
		await run([{}], withOptions(options));
		expect(stub.bodies()[0].scheduledTime).toBe('2199-02-14T13:15:00+07:00');
	});
});

describe('bad input is refused before any request', () => {
	it.each<[string, INodeParameters, string]>([
		[
			'a number of another country',
			{ msisdns: '+12025550117' },
			'Phone Numbers: …0117 is a number of another country',
		],
		['a fixed line', { msisdns: '02 123 4567' }, 'Phone Numbers: …4567 is a fixed line'],
		[
			'eleven digits',
			{ msisdns: '08123456789' },
			'Phone Numbers: …6789 has 10 digits after its 0 or 66',
		],
		[
			'one bad number of a list',
			{ msisdns: '0812345678, 191' },
			'Phone Numbers: entry 2: …191 is too short',
		],
		['no number', { msisdns: '={{ $json.none }}' }, '"Phone Numbers" is empty'],
		[
			'a sender of twelve characters',
			{ sender: { __rl: true, mode: 'name', value: '={{ "TEAHOUSE-VIP" }}' } },
			'"Sender" may have at most 11 characters, but has 12',
		],
		[
			'a Thai sender',
			{ sender: { __rl: true, mode: 'name', value: '={{ "ร้านชา" }}' } },
			'"Sender" may contain only Latin letters',
		],
		[
			'no sender',
			{ sender: { __rl: true, mode: 'name', value: '={{ $json.none }}' } },
			'"Sender" is empty',
		],
		[
			'a text and a template',
			{ options: { templateId: 41 } },
			'"Template ID" cannot be used together with "Text"',
		],
		['neither', { content: '' }, '"Text" is empty'],
		[
			'a text that is too long',
			{ content: 'x'.repeat(1_001) },
			'"Text" may have at most 1,000 characters',
		],
		[
			'a past time without a zone',
			{ options: { scheduledTime: '2020-01-01T09:00:00' } },
			'"Scheduled Time" is in the past (2020-01-01T09:00:00',
		],
		[
			'a Buddhist year',
			{ options: { scheduledTime: '2570-01-01T09:00:00' } },
			'"Scheduled Time" has the Buddhist year 2570',
		],
		[
			'a time that is none',
			{ options: { scheduledTime: 'tomorrow' } },
			'"Scheduled Time" is not a valid date and time',
		],
		[
			'a time that an expression does not find',
			{ options: { scheduledTime: '={{ $json.at }}' } },
			'"Scheduled Time" is empty',
		],
		[
			'a dry run that an expression does not find',
			{ options: { dryRun: '={{ $json.dry }}' } },
			'"Dry Run" is empty',
		],
		[
			'a limit that an expression does not find',
			{ options: { maximumCredits: '={{ $json.most }}' } },
			'"Maximum Credits" is empty',
		],
		[
			'quiet hours that are none',
			{ options: { quietHours: true, quietHoursFrom: '25:00' } },
			'"Quiet Hours From" is not a time of day',
		],
		[
			'more numbers than a request may hold',
			{ msisdns: '0812345678, 0898765432', options: { numbersPerRequest: 1 } },
			'"Phone Numbers" has 2 numbers, but "Numbers per Request" is 1',
		],
		[
			'a group without an ID',
			{ sendTo: 'contactGroup', contactGroupId: 0 },
			'"Contact Group ID" must be 1 or more',
		],
	])('%s', async (_, parameters, message) => {
		const { error } = await run([{}], { parameters });
		expect(shown(error)).toContain(message);
		expect(stub.requests()).toEqual([]);
	});
});

describe('a dry run', () => {
	it('is sent as the JSON value true and says what it would cost', async () => {
		stub.answer(() => ({ json: { dryRun: true, recipients: 1, parts: 1, credits: 2 } }));
		const { items, hints } = await run([{}], withOptions({ dryRun: true }));
		expect(stub.bodies()).toEqual([{ ...BODY, dryRun: true }]);
		expect(items[0].json).toEqual({
			status: 'dry_run',
			msisdn: NUMBER,
			parts: 1,
			credits: 2,
			recipients: 1,
			sender: 'TEAHOUSE',
		});
		expect(hints[0]).toContain('Dry run, nothing sent: 1 ready');
	});

	it('is sent at most as true, also by an expression of text, and never as false', async () => {
		stub.answer(({ body }) => ({ json: body.dryRun === true ? { credits: 2 } : { uuid: UUID } }));
		await run([{ dry: 'yes' }], withOptions({ dryRun: '={{ $json.dry }}' }));
		await run([{ dry: 'no' }], withOptions({ dryRun: '={{ $json.dry }}' }));
		expect(stub.bodies()).toEqual([{ ...BODY, dryRun: true }, BODY]);
	});

	it('that names a message is reported as perhaps sent, and ends the run', async () => {
		const { error } = await run([{}, {}], withOptions({ dryRun: true }));
		expect(shown(error)).toContain('the text may really have been sent');
		expect(shown(error)).toContain(UUID);
		expect(stub.requests()).toHaveLength(1);
	});

	it('that may have been sent is not sent again by Retry On Fail', async () => {
		const { items } = await run([{}], {
			...withOptions({ dryRun: true }),
			settings: { retryOnFail: true, maxTries: 3, waitBetweenTries: 0 },
		});
		expect(sends()).toHaveLength(1);
		expect(items[0].json).toMatchObject({ status: 'unknown', from_earlier_try: true });
	});

	it('is repeated after a lost response', async () => {
		const answers = [{ cut: 'fin' as const }, { json: { credits: 2 } }];
		stub.answer(() => answers.shift());
		const { items } = await run([{}], withOptions({ dryRun: true }));
		expect(items[0].json.status).toBe('dry_run');
		expect(stub.requests()).toHaveLength(2);
	});
});

describe('a send whose outcome is unknown', () => {
	const row = (uuid: string, more = {}) => ({
		uuid,
		sender: 'TEAHOUSE',
		content: 'Hello',
		...more,
	});

	it.each([{ cut: 'fin' as const }, { status: 500, json: { error: 'Oops' } }, { json: {} }])(
		'is never repeated, and names up to three messages that it may be: %j',
		async (lost) => {
			stub.answer(({ method }) =>
				method === 'POST'
					? lost
					: {
							json: {
								data: {
									messages: [
										row('m1'),
										row('m2', { sender: 'OTHER' }),
										row('m3', { content: 'Hi' }),
										row('m4'),
										row('m5'),
										row('m6'),
									],
								},
							},
						},
			);
			const { items } = await run([{}], { settings: { onError: 'continueRegularOutput' } });
			expect(sends()).toHaveLength(1);
			expect(items[0].json).toMatchObject({ status: 'unknown', candidates: ['m1', 'm4', 'm5'] });
		},
	);

	it('stays unknown where the list cannot be read', async () => {
		stub.answer(({ method }) =>
			method === 'POST' ? { json: {} } : { status: 404, text: '<html>', type: 'text/html' },
		);
		const { items } = await run([{}], { settings: { onError: 'continueRegularOutput' } });
		expect(items[0].json).toMatchObject({ status: 'unknown', code: 'no_evidence' });
		expect(items[0].json).not.toHaveProperty('candidates');
	});
});

describe('what a run may cost', () => {
	const preview = { sender: 'TEAHOUSE', content: 'Hello', msisdns: [NUMBER] };

	it('is asked for before anything is sent', async () => {
		const { items } = await run(
			[{}, {}],
			withOptions({ maximumCredits: 6, scheduledTime: '2199-01-01' }),
		);
		expect(stub.requests().map(({ path }) => path.slice('/api/v2'.length))).toEqual([
			'/sms/preview',
			'/sms/preview',
			'/sms/send',
			'/sms/send',
		]);
		expect(stub.bodies()[0]).toEqual(preview);
		expect(items).toHaveLength(2);
	});

	it('is too much for all items together, so that nothing is sent', async () => {
		const { error } = await run([{}, {}], withOptions({ maximumCredits: 5 }));
		expect(shown(error)).toContain('"Maximum Credits" is 5, but this run would cost 6 credits');
		expect(shown(error)).toContain('Raise Maximum Credits');
		expect(sends()).toEqual([]);
	});

	it('may be found out by dry runs', async () => {
		stub.answer(({ body }) => ({ json: body.dryRun === true ? { credits: 9 } : { uuid: UUID } }));
		const { error } = await run(
			[{}],
			withOptions({ maximumCredits: 5, estimateCostWith: 'dryRun' }),
		);
		expect(shown(error)).toContain('would cost 9 credits');
		expect(stub.bodies()).toEqual([{ ...preview, dryRun: true }]);
	});

	it('is loudly in doubt where the dry run may have been sent', async () => {
		const { error } = await run(
			[{}],
			withOptions({ maximumCredits: 5, estimateCostWith: 'dryRun' }),
		);
		expect(shown(error)).toContain('may really have been sent');
		expect(sends()).toHaveLength(1);
	});

	it('is in doubt where Preview may have sent, so that nobody is texted again', async () => {
		stub.answer(() => ({ json: { credits: 1, uuid: UUID } }));
		const { items } = await run([{}, {}], {
			...withOptions({ maximumCredits: 5 }),
			settings: { onError: 'continueRegularOutput' },
		});
		expect(stub.requests()).toHaveLength(1);
		expect(items.map(({ json }) => json.code)).toEqual(Array(2).fill('preview_may_have_sent'));
	});

	it.each([
		[{ json: {} }, 'did not say what it would cost'],
		[{ json: { credits: -1 } }, 'did not say what it would cost'],
		[{ status: 404, text: '<html></html>', type: 'text/html' }, 'Preview Cost Path'],
		[{ status: 500, json: { error: 'Oops' } }, 'Oops'],
	])('keeps everything back where it is not told: %j', async (answer, message) => {
		stub.answer(() => answer);
		const { error } = await run([{}], withOptions({ maximumCredits: 5 }));
		expect(shown(error)).toContain(message);
		expect(sends()).toEqual([]);
	});

	it.each([
		[3, true],
		['3.00', true],
		[2.5, false],
	])('has to be covered by the balance of %j: %s', async (balance, isSent) => {
		stub.answer(({ path }) => ({
			json: path.endsWith('/credits')
				? { data: { balance } }
				: path.endsWith('/preview')
					? { credits: 3 }
					: { uuid: UUID },
		}));
		const { error } = await run([{}], withOptions({ checkBalanceFirst: true }));
		expect(sends()).toHaveLength(isSent ? 1 : 0);
		if (isSent) return;
		expect(shown(error)).toContain('2.5 credits are left, but this run would cost 3');
		expect(shown(error)).toContain('Top up the credits');
	});
});

describe('hints', () => {
	it.each<[INodeParameters, string]>([
		[{ content: 'Sale: https://shop.example/x' }, 'contain a link'],
		[{ content: 'Sale at shop.co.th today' }, 'contain a link'],
		[{ sender: { __rl: true, mode: 'name', value: 'TEA HOUSE' } }, 'contain a space'],
		[{ content: `${'x'.repeat(120)}🙂` }, 'one emoji turns 160 characters'],
		[{ content: 'ก'.repeat(202) }, '4 parts or more'],
		[{ msisdns: '812345678' }, 'had lost their first 0'],
		[{ msisdns: '0212345678' }, 'do not begin with 06, 08 or 09'],
	])('%j is sent all the same, and told', async (parameters, message) => {
		const { items, hints } = await run([{}], { parameters });
		expect(items[0].json.status).toBe('queued');
		expect(hints[0]).toContain(message);
	});

	it('say nothing of a plain Thai text', async () => {
		const { hints } = await run([{}], {
			parameters: { content: 'พัสดุของคุณออกจากร้านแล้ว เวลา 9.30 น.' },
		});
		expect(hints).toEqual([]);
	});
});
