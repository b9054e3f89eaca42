import { expectCaught } from './caught';

jest.mock('../../../kernel/http/retry', () => ({
	...jest.requireActual<object>('../../../kernel/http/retry'),
	mayRepeat: () => true,
}));

expectCaught('requests are repeated whose answer was lost', ({ atLeastOnce }) => !atLeastOnce);
