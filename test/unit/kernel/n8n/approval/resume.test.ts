import type { IWebhookFunctions } from 'n8n-workflow';

import { resume } from '../../../../../kernel/n8n/approval/resume';

/** Opens or answers the page of a node with these parameters; a function is an expression. */
async function call(method: string, parameters: Record<string, unknown>, form?: object) {
	const sent = { status: 0, headers: {} as Record<string, string>, page: '' };
	const response = {
		status: (status: number) => Object.assign(sent, { status }) && response,
		set: (headers: Record<string, string>) => Object.assign(sent, { headers }) && response,
		type: () => response,
		send: (page: string) => Object.assign(sent, { page }) && response,
	};
	const context = {
		getRequestObject: () => ({ method }),
		getResponseObject: () => response,
		getBodyData: () => form,
		getTimezone: () => 'UTC',
		getNodeParameter: (name: string) => {
			const value = parameters[name];
			return typeof value === 'function' ? (value() as unknown) : value;
		},
	};
	const result = await resume(context as unknown as IWebhookFunctions);
	return { ...sent, result };
}

const broken = () => {
	throw new Error('Referenced node is unexecuted');
};
const CHOICES = { responseType: 'choices', choices: 'Today\nTomorrow', message: 'When?' };

describe('the link of Send and Wait', () => {
	it.each([['GET'], ['HEAD']])('%s shows the question and answers nothing', async (method) => {
		const { status, headers, page, result } = await call(method, CHOICES, { choice: '1' });
		expect(status).toBe(200);
		expect(page).toContain('When?');
		expect(result).toEqual({ noWebhookResponse: true });
		expect(headers).toMatchObject({
			'Content-Security-Policy': expect.stringContaining("default-src 'none'"),
			'Cache-Control': 'no-store',
			'Referrer-Policy': 'same-origin',
		});
	});

	it('gives the answer to the workflow, and thanks in the words of its user', async () => {
		const { result, headers } = await call(
			'POST',
			{ ...CHOICES, options: { thanksText: '¡Gracias!' } },
			{ choice: '1' },
		);
		expect(result.workflowData).toEqual([
			[{ json: { data: { choice: 'Tomorrow', index: 1, respondedAt: expect.any(String) } } }],
		]);
		expect(result.webhookResponse).toContain('¡Gracias!');
		expect(headers).toHaveProperty('Content-Security-Policy');
	});

	it('asks again where the answer cannot be used, and keeps waiting', async () => {
		const options = { maxCharacters: 3 };
		const { status, page, result } = await call(
			'POST',
			{ responseType: 'freeText', message: 'Who?', options },
			{ text: 'Noor' },
		);
		expect(status).toBe(400);
		expect(page).toContain('Noor</textarea>');
		expect(result).toEqual({ noWebhookResponse: true });
	});

	it.each([['GET'], ['POST']])(
		'does not end the wait where %s finds other choices than were sent',
		async (method) => {
			const { status, result } = await call(
				method,
				{ ...CHOICES, choices: broken },
				{ choice: '1' },
			);
			expect(status).toBe(500);
			expect(result).toEqual({ noWebhookResponse: true });
		},
	);

	it('takes an answer although its words cannot be evaluated any more', async () => {
		const { result } = await call(
			'POST',
			{ message: broken, options: broken },
			{ approved: 'true' },
		);
		expect(result.workflowData).toMatchObject([[{ json: { data: { approved: true } } }]]);
	});

	it('takes no form at all for no answer', async () => {
		expect((await call('POST', { message: 'Ship?' })).status).toBe(400);
	});
});
