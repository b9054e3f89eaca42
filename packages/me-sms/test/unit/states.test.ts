import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

import { isFinal, MESSAGE_STATES, STATES } from '../../nodes/MeSms/api/states';

const FILE = join(__dirname, '../../contract/me-sms-v2.openapi.yaml');

interface Contract {
	'x-recipient-states': Array<{ value: string; final: boolean }>;
	paths: Record<
		string,
		{ get: { parameters: Array<{ name?: string; schema: { enum: string[] } }> } }
	>;
}

const contract = parse(readFileSync(FILE, 'utf8')) as Contract;

const filterOf = (path: string) =>
	contract.paths[path].get.parameters.find(({ name }) => name === 'status')?.schema.enum;

it('the states of a recipient are those of the contract', () => {
	const states = contract['x-recipient-states'];
	expect(STATES).toEqual(states.map(({ value }) => value));
	expect(STATES).toEqual(filterOf('/sms/{uuid}/recipients'));
	for (const { value, final } of states) expect([value, isFinal(value)]).toEqual([value, final]);
});

it('one of tomorrow is not final', () => expect(isFinal('paused')).toBe(false));

it('the states of a message are those of the contract', () => {
	expect(MESSAGE_STATES).toEqual(filterOf('/sms'));
});
