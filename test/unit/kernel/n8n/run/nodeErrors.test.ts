import { NodeApiError, NodeOperationError } from 'n8n-workflow';
import type { INode } from 'n8n-workflow';

import { RequestError, type FailureKind } from '../../../../../kernel/http/requestError';
import { adviceFor, toNodeError, type Adviser } from '../../../../../kernel/n8n/run/nodeErrors';
import { failure } from '../../../../../kernel/delivery/outcome';
import { InputError } from '../../../../../kernel/input/inputError';

const NODE = { id: 'n', name: 'Things', type: 'test.things', parameters: {} } as unknown as INode;
const advice: Adviser = {
	name: 'Things',
	secrets: [],
	adviceFor: (code) => (code === 'known' ? 'Do this.' : undefined),
};
const always: Adviser = { ...advice, adviceFor: () => 'Do this.' };

const request = (
	kind: FailureKind,
	code: string,
	facts: Partial<Pick<RequestError, 'harmlessToRepeat' | 'repeated'>> = {},
	status?: number,
) => failure(Object.assign(new RequestError('It failed', { kind, code, status }), facts));

const ONCE =
	'Things may or may not have done this. The node did not repeat it. Check in Things before you run it again.';
const MORE =
	'Things may have done this once or more often, because the node tried again. Check in Things before you run it again.';
const HARMLESS = 'Things may or may not have done this. It is safe to run it again.';

const advised: Array<[string, ReturnType<typeof request>, string | undefined]> = [
	['a refusal that is known', request('refused', 'known'), 'Do this.'],
	['a refusal that is not known', request('refused', 'odd'), undefined],
	[
		'no connection',
		request('unreachable', 'odd'),
		'Nothing was sent. Check the Base URL in the credential, and that n8n can reach it.',
	],
	['no connection for a reason that is known', request('unreachable', 'known'), 'Do this.'],
	[
		'a stopped execution',
		request('cancelled', 'odd'),
		'Things may have completed a request that was in progress. Check in Things.',
	],
	['a lost response', request('unknown', 'odd'), ONCE],
	['a lost response, whatever is known of its code', request('unknown', 'known'), ONCE],
	['a lost response to a request made again', request('unknown', 'odd', { repeated: true }), MORE],
	[
		'a lost response to a request that does no harm twice',
		request('unknown', 'odd', { harmlessToRepeat: true, repeated: true }),
		HARMLESS,
	],
	[
		'a lost response to such a request, where its code is known',
		request('unknown', 'known', { harmlessToRepeat: true }),
		'Do this.',
	],
	['a refusal of a request made again', request('refused', 'odd', { repeated: true }), undefined],
];

describe('what to do', () => {
	it.each(advised)('about %s', (_, failed, text) => {
		expect(adviceFor(failed, advice)).toBe(text);
		expect(toNodeError(NODE, failed, advice).description ?? undefined).toBe(text);
	});

	it('about bad input is told by its code', () => {
		expect(adviceFor(failure(new InputError('Name', 'known', 'is bad')), advice)).toBe('Do this.');
		expect(adviceFor(failure(new Error('odd')), advice)).toBeUndefined();
	});
});

describe('the error of an item', () => {
	it('from the API has its words, its code, its status and the item', () => {
		const error = toNodeError(NODE, request('refused', 'known', {}, 422), advice, 0);
		expect(error).toBeInstanceOf(NodeApiError);
		expect(error).toMatchObject({
			message: 'It failed (known) [item 0]',
			httpCode: '422',
			context: { itemIndex: 0 },
		});
	});

	it('without a response has no status', () => {
		const error = toNodeError(NODE, request('unreachable', 'unreachable'), advice);
		expect(error.message).toBe('It failed (unreachable)');
		expect((error as NodeApiError).httpCode).not.toBe('undefined');
	});

	it('about input names the parameter and the item, without a full phone number', () => {
		const problem = new InputError('To', 'known', '+12025550117 is bad');
		const error = toNodeError(NODE, failure(problem), advice, 3);
		expect(error).toBeInstanceOf(NodeOperationError);
		expect(error).toMatchObject({
			message: 'To: …0117 is bad [item 3]',
			description: 'Do this.',
			context: { itemIndex: 3 },
		});
	});

	it('hides what the API calls a secret', () => {
		const error = toNodeError(NODE, failure(new InputError('Key', 'known', 'is key_abc1')), {
			...advice,
			secrets: [/\b(key_)\w+/g],
		});
		expect(error.message).toBe('"Key" is key_…');
	});

	it("of n8n's own keeps its own explanation", () => {
		const explained = new NodeOperationError(NODE, 'Bad', { description: 'Because.' });
		expect(toNodeError(NODE, failure(explained), always)).toMatchObject({
			message: 'Bad',
			description: 'Because.',
		});
		const silent = toNodeError(NODE, failure(new NodeOperationError(NODE, 'Bad')), always);
		expect(silent.description ?? undefined).toBeUndefined();
	});
});
