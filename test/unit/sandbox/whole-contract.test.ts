import { readContract } from '../../../sandbox/core/contract/document';
import { contract } from '../../../sandbox/trackly/contract';
import { handlers } from '../../../sandbox/trackly/resources';

it('the sandbox answers every operation of the contract, and no other', () => {
	const paths = Object.values(readContract(contract).paths ?? {});
	const written = paths.flatMap((item) => Object.values(item as Record<string, unknown>));
	const ids = written.map((each) => (each as { operationId?: string }).operationId);
	expect(Object.keys(handlers).sort()).toEqual(ids.filter((id) => id !== undefined).sort());
});
