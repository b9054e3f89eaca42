import type { ILoadOptionsFunctions } from 'n8n-workflow';

import { failure } from '../../delivery/outcome';
import type { Profile } from '../../profile';
import { createClient } from './client';
import { toNodeError } from './nodeErrors';
import type { Client } from './operation';

/**
 * What `work` returns for the editor while a node is being filled in.
 *
 * @throws an error that tells the editor's user what to do
 */
export async function inEditor<Result>(
	context: ILoadOptionsFunctions,
	profile: Profile,
	work: (client: Client) => Promise<Result>,
): Promise<Result> {
	try {
		return await work(await createClient(context, profile));
	} catch (error) {
		throw toNodeError(context.getNode(), failure(error), profile);
	}
}
