import type { ILoadOptionsFunctions } from 'n8n-workflow';

import { failure, toNodeError } from '../../../kernel';
import { trackly } from '../profile';

/** What `work` gives, or an error that tells the editor's user what to do. */
export async function inEditor<Result>(
	context: ILoadOptionsFunctions,
	work: () => Promise<Result>,
): Promise<Result> {
	try {
		return await work();
	} catch (error) {
		throw toNodeError(context.getNode(), failure(error), trackly);
	}
}
