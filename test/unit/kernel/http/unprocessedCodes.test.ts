import { readResponse } from '../../../../kernel/http/response';
import { RequestError } from '../../../../kernel/http/requestError';
import { mayRepeat } from '../../../../kernel/http/retry';

const retry = {
	maxAttempts: 3,
	baseDelay: 1,
	maxDelay: 1,
	totalBudget: 10,
	unprocessed: [429],
	unprocessedCodes: ['NOT_QUEUED'],
};

const manners = {
	name: 'Example',
	readError: ({ code }: { code?: unknown }) => ({ code: String(code) }),
	waitOf: () => undefined,
	isFatal: () => false,
	secrets: [],
	retry,
};

/** A 503 with a code; whether a call that is not idempotent may be made again after it. */
function after503(code: string): [kind: string, repeats: boolean] {
	const body = JSON.stringify({ code });
	const error = readResponse({ statusCode: 503, headers: {}, body }, manners, true, 0);
	if (!(error instanceof RequestError)) throw new Error('is no error');
	return [error.kind, mayRepeat(retry, false, error)];
}

it('a code says that nothing was done, whatever the status', () => {
	expect(after503('NOT_QUEUED')).toEqual(['refused', true]);
	expect(after503('INTERNAL_ERROR')).toEqual(['unknown', false]);
});
