import path from 'node:path';

import { tracklyTrigger } from '../../nodes/Trackly/trigger/trigger';
import { resources } from '../../nodes/Trackly/operations';
import { useAccount } from '../kit/account';
import { about, samples, sendText } from '../samples';
import { schemaOf } from '../schemas/schema';
import { describeSamples } from '../schemas/suite';
import { runTrackly } from './trackly';

// What the node sends and what the account answers is checked against the contract.
const account = useAccount({ seedContacts: true });

describeSamples({
	samples,
	node: path.join(__dirname, '../../nodes/Trackly'),
	resources,
	trigger: tracklyTrigger,
	reset: () => account.sandbox().reset(),
	run: async (sample) => {
		const {
			resource,
			operation,
			parameters,
			items = [{}],
		} = about(sample, await sendText(account.sandbox()));
		return await runTrackly({
			parameters: { resource, operation, ...parameters },
			items,
			credential: account.credential(),
		});
	},
});

describe('the schema of outputs', () => {
	it('knows the fields of all of them, whatever each one lacks', () => {
		expect(
			schemaOf([{ id: 1, at: null }, { id: 2, tags: [], at: '2026' }, { tags: ['a'] }]),
		).toEqual({
			type: 'object',
			properties: {
				id: { type: 'integer' },
				at: { type: 'string' },
				tags: { type: 'array', items: { type: 'string' } },
			},
		});
	});
});
