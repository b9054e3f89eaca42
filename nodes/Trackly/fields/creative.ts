import { pickById } from './pickById';

/** Picker of a creative whose value is the creative's id. */
export const creativeIdField = pickById('creativeId', {
	code: 'creative',
	label: 'Creative',
	one: 'a creative',
	search: 'searchCreatives',
	example: '318',
});
