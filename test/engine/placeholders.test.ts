import type { INodeParameters } from 'n8n-workflow';
import { NodeHelpers } from 'n8n-workflow';

import { Trackly } from '../../nodes/Trackly/Trackly.node';
import { list, useAccount } from '../kit/account';
import { operationOf, sendOf } from './trackly';

const account = useAccount();
const PHONE = '+12025550117';

const bare = '=Hi {{first_name}}, see you on Friday.';
const link = '=Tonight: {{ link1 }}';
const listNumber = list();
const columns = (body: string) => ({
	columns: { mappingMode: 'defineBelow', value: { to: PHONE, body }, schema: [] },
});
const offerLinks = { rows: [{ key: 'link1', offerId: 'offer_123' }] };
const blasts = (message: string) => ({ rows: [{ message, percentAudience: 100 }] });
const schedule = {
	name: 'Friday',
	sendType: 'blast',
	isRepeating: false,
	sendDate: '2090-05-04',
	sendTime: '17:15',
	audiences: ['1'],
};

/** Every field that takes the text of a message. */
const FIELDS: Array<[name: string, parameters: INodeParameters, placeholder: string]> = [
	['message/send', { listNumber, to: PHONE, body: bare }, 'first_name'],
	['message/sendRaw', { listNumber, to: PHONE, body: bare }, 'first_name'],
	['message/sendMany', { listNumber, ...columns(bare) }, 'first_name'],
	['message/sendRawMany', { listNumber, ...columns(bare) }, 'first_name'],
	['message/sendAndWait', { listNumber, to: PHONE, message: bare }, 'first_name'],
	['message/preview', { body: bare }, 'first_name'],
	['message/preview', { body: 'Hi', options: { prependText: '={{brand_name}}:' } }, 'brand_name'],
	['creative/create', { name: 'A', message: link, offerLinks }, 'link1'],
	['creative/update', { creativeId: '1', updateFields: { message: link } }, 'link1'],
	['creative/estimate', { message: link }, 'link1'],
	['schedule/create', { ...schedule, blasts: blasts(link) }, 'link1'],
	['schedule/update', { scheduleId: '1', updateFields: { blasts: blasts(link) } }, 'link1'],
];

describe('a placeholder that n8n takes for an expression', () => {
	it.each(FIELDS)('is refused before any request: %s %j', async (name, parameters, placeholder) => {
		const [resource, operation] = name.split('/');
		const run = operationOf(account, { resource, operation, ...parameters });
		const { items, error } = await run([{}]);
		expect(items).toEqual([]);
		expect(error?.message).toContain(`{{${placeholder}}} is empty in an expression. Switch `);
		expect(account.sandbox().journal().requests()).toEqual([]);
	});

	it.each([
		...['first_name', 'last_name', 'messageId', 'link1', 'tier', 'contact.tier', 'prénom'],
		...[
			'pre\u0301nom',
			'नाम',
			'first-name',
			'now',
			'item',
			'json',
			'this',
			'Date',
			'Number',
			'JSON',
		],
	])('whatever it is called: %s', async (name) => {
		const { error } = await sendOf(account)([{}], {
			parameters: { to: PHONE, body: `=Hi {{ ${name} }}, {{ $json.order }}` },
		});
		expect(error?.message).toContain(`Text: {{${name}}} is empty in an expression`);
		expect(error?.description).toContain('{{ $json.first_name }}');
	});

	it('the spelling that the error gives reaches Trackly', async () => {
		const send = sendOf(account);
		const { error } = await send([{}], { parameters: { to: PHONE, body: bare } });
		const spelling = /write (.+?\}\})(?:$| \[item)/.exec(error!.message)![1];
		const { items } = await send([{}], {
			parameters: {
				to: PHONE,
				body: `=Hi ${spelling}!`,
				additionalFields: { firstName: 'Noor' },
			},
		});
		expect(items[0].json.status).toBe('queued');
		await account.sandbox().whenIdle();
		expect(account.sandbox().journal().texts(PHONE)[0].text).toBe('Hi Noor!');
	});

	it.each([
		["={{ '{{first_name\\}}' }}, hi", '{{first_name}}, hi'],
		['={{ $json.text }}', 'Hi {{tier}}'],
		['={{ undefined }}{{ true }} yes', 'true yes'],
		['={{ Math.PI }}', '3.141592653589793'],
		['Hi {{first_name}}', 'Hi {{first_name}}'],
	])('is none where n8n knows what it means, or does not look: %s', async (body, text) => {
		const { items, error } = await sendOf(account)([{ text: 'Hi {{tier}}' }], {
			parameters: { to: PHONE, body, safeguards: { dryRun: true } },
		});
		expect(error).toBeUndefined();
		expect(items[0].json.body).toBe(text);
	});

	it('is fine in item data that is mapped automatically', async () => {
		const sendMany = operationOf(account, {
			resource: 'message',
			operation: 'sendMany',
			listNumber,
			columns: { mappingMode: 'autoMapInputData', value: null },
		});
		const { items } = await sendMany([
			{ to: PHONE, body: '=Hi {{first_name}}', first_name: 'Noor' },
		]);
		expect(items[0].json.status).toBe('queued');
	});
});

describe('how to write a placeholder', () => {
	const { description } = new Trackly();
	const shownFor = (operation: string, resource: string, values: INodeParameters) =>
		description.properties.filter((property) =>
			NodeHelpers.displayParameter(
				{ resource, operation, ...values },
				property,
				{ typeVersion: 1 },
				description,
			),
		);

	it.each([
		['message', 'send', 'body'],
		['message', 'preview', 'body'],
		['creative', 'create', 'message'],
		['creative', 'estimate', 'message'],
	])('stands below the text in both modes: %s %s', (resource, operation, name) => {
		const noticeOf = (text: string) =>
			shownFor(operation, resource, { [name]: text }).find((each) => each.name === `${name}Notice`);
		for (const text of ['Hi', '=Hi']) {
			expect(noticeOf(text)?.displayName).toContain("' + '}' }}");
		}
	});
});

describe('a placeholder without a value', () => {
	const texts = (parameters: INodeParameters) =>
		sendOf(account)([{}, {}], { parameters: { to: PHONE, ...parameters } });
	const body = 'Hi {{first_name}}, ref {{messageId}}: {{tier}} {{link1}}';
	const named = 'Some texts have placeholders without a value: {{tier}}, {{link1}}.';

	it('is named above the output, once', async () => {
		const { hints } = await texts({ body, additionalFields: { firstName: 'Noor' } });
		expect(hints).toEqual([expect.stringContaining(named)]);
	});

	it('is named in a dry run, for each item', async () => {
		const { items, hints } = await texts({
			body,
			additionalFields: { firstName: 'Noor' },
			safeguards: { dryRun: true },
		});
		expect(items[0].json).toMatchObject({
			status: 'dry_run',
			placeholders_without_value: ['tier', 'link1'],
		});
		expect(hints[0]).toContain(named);
	});

	it('is none of what every object has', async () => {
		const { hints } = await texts({
			body: '{{constructor}} {{toString}} {{hasOwnProperty}} {{tier}}',
			additionalFields: { customFields: { tier: 0 } },
		});
		expect(hints[0]).toContain('{{constructor}}, {{toString}}, {{hasOwnProperty}}.');
	});

	it('is none where all values are given', async () => {
		const given = { customFields: { tier: 'gold', link1: 'https://example.com' } };
		const { items, hints } = await texts({
			body,
			additionalFields: { firstName: 'Noor', ...given },
			safeguards: { dryRun: true },
		});
		expect(items[0].json).not.toHaveProperty('placeholders_without_value');
		expect(hints[0]).not.toContain('placeholders');
	});
});
