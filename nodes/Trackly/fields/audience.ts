import { requiredById } from '../../../kernel';

/** Picker of an audience whose value is the audience's id. */
export const audienceIdField = requiredById('audienceId', {
	code: 'audience',
	label: 'Audience',
	one: 'an audience',
	search: 'searchAudiences',
	example: '66b0c61fe19a3f7708d5b1c9',
});
