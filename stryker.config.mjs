// Mutation testing: which changes of the code would no test notice? `npm run mutate`, by hand, and
// for a part of it `npm run mutate -- --mutate kernel/ledger.ts`.

/** Tests that say something about the code that is mutated, and are quick: none with the engine. */
const TESTS = ['unit/kernel', 'unit/trackly', 'unit/trigger'];

export default {
	testRunner: 'jest',
	coverageAnalysis: 'perTest',
	// kernel/n8n is tested in the engine, whose tests are too slow to be run for each change.
	mutate: ['kernel/*.ts', 'nodes/Trackly/api/**/*.ts', 'nodes/Trackly/trigger/**/*.ts'],
	// Evaluated once when a file is loaded, these would need all tests for each of them.
	ignoreStatic: true,
	jest: {
		config: {
			testEnvironment: 'node',
			testMatch: TESTS.map((folder) => `<rootDir>/test/${folder}/**/*.test.ts`),
			transform: {
				'^.+\\.ts$': [
					'ts-jest',
					{ tsconfig: '<rootDir>/tsconfig.json', diagnostics: false, isolatedModules: true },
				],
			},
			modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/test/host/node_modules/'],
		},
	},
	reporters: ['clear-text', 'json', 'progress-append-only'],
	jsonReporter: { fileName: 'reports/mutation.json' },
	clearTextReporter: { allowColor: false, logTests: false },
	tempDirName: '.stryker-tmp',
	concurrency: 2,
	thresholds: { high: 95, low: 85, break: 85 },
};
