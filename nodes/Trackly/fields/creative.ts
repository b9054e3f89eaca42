import { requiredById } from '../../../kernel';

/** Picker of a creative whose value is the creative's id. */
export const creativeIdField = requiredById('creativeId', {
	code: 'creative',
	label: 'Creative',
	one: 'a creative',
	search: 'searchCreatives',
	example: '318',
});
