import type { JsonObject } from '../../../kernel';

/** The thing a response holds, which comes flat or wrapped in its name (contract NOTES §1.13). */
export function unwrap(name: string): (answer: JsonObject) => JsonObject {
	return (answer) => {
		const wrapped = answer[name];
		const isObject = typeof wrapped === 'object' && wrapped !== null && !Array.isArray(wrapped);
		return isObject ? wrapped : { ...answer, success: undefined };
	};
}
