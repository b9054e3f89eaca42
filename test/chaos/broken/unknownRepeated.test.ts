import { expectCaught } from './caught';

jest.mock('../../../kernel/retry', () => ({
	...jest.requireActual<object>('../../../kernel/retry'),
	mayRepeat: () => true,
}));

expectCaught('requests are repeated whose answer was lost', ({ atLeastOnce }) => !atLeastOnce);
