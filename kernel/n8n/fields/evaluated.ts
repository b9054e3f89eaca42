import { ExecutionBaseError } from 'n8n-workflow';

import { InputError } from '../../input/inputError';

/**
 * What a field holds for an item. n8n's own error of an expression does not say which field it is in.
 *
 * @param label the name of the field that the user sees
 * @throws InputError naming the field, where n8n cannot evaluate its expression
 */
export function evaluated(label: string, evaluate: () => unknown): unknown {
	let failed: unknown;
	try {
		return evaluate();
	} catch (error) {
		failed = error;
	}
	if (!(failed instanceof ExecutionBaseError)) throw failed;
	const advice = failed.description ?? 'Correct the expression of this field.';
	throw new InputError(label, 'invalid_value', `n8n says: ${failed.message}`, advice);
}
