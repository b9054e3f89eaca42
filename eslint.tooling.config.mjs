// For code that is never published (sandbox, tests, scripts): it may use what Node offers, which
// n8n's own rules in eslint.config.mjs rightly forbid inside a node.
import js from '@eslint/js';
import tseslint from 'typescript-eslint';

export default tseslint.config({
	files: ['**/*.ts'],
	extends: [js.configs.recommended, tseslint.configs.recommended],
});
