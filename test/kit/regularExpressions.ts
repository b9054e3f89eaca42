import { setSafeRegexEngine } from 'n8n-workflow';

const globally = (flags = '') => (flags.includes('g') ? flags : `${flags}g`);

/**
 * Lets n8n run its own regular expressions without its limit of 250 ms: on a busy machine that ends a
 * run at random, whatever the expression.
 */
export function useNoRegexTimeout(): void {
	setSafeRegexEngine({
		exec: (pattern, input, flags) => new RegExp(pattern, flags).exec(input),
		test: (pattern, input, flags) => new RegExp(pattern, flags).test(input),
		replace: (pattern, input, flags, replacement) =>
			input.replace(new RegExp(pattern, flags), replacement),
		matchAll: (pattern, input, flags) => [...input.matchAll(new RegExp(pattern, globally(flags)))],
		split: (pattern, input, flags) => input.split(new RegExp(pattern, flags)),
	});
}
