import { readdirSync } from 'node:fs';
import path from 'node:path';
import { readContract } from '../../sandbox/core';
import type { ContractSource } from '../../sandbox/core';

/** All operations of a contract by their operationId. */
export function operationsOf(contract: ContractSource): string[] {
	return Object.values(readContract(contract).paths ?? {})
		.flatMap((item) => Object.values(item as Record<string, { operationId?: string }>))
		.flatMap(({ operationId }) => operationId ?? []);
}

/**
 * That a simulated account serves its whole contract, each operation from a file of its name.
 *
 * @param resources folder of its resources
 */
export function describeServedOperations(
	contract: ContractSource,
	handlers: object,
	resources: string,
): void {
	const written = operationsOf(contract);

	it('the sandbox serves every operation of the contract, and no other', () => {
		expect(written.length).toBeGreaterThan(0);
		expect(Object.keys(handlers).sort()).toEqual([...written].sort());
	});

	it('each operation has a file of its name in the folder of its resource', () => {
		const files = readdirSync(resources, { recursive: true, encoding: 'utf8' });
		const names = new Set(files.map((file) => path.basename(file, '.ts')));
		const kebab = (id: string) => id.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
		expect(written.filter((id) => !names.has(kebab(id)))).toEqual([]);
	});
}
