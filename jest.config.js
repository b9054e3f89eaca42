// n8n-core logs every failing node of the engine tests otherwise.
process.env.N8N_LOG_LEVEL ??= 'silent';

const level = (name, overrides = {}) => ({
	displayName: name,
	testEnvironment: 'node',
	testMatch: ['<rootDir>', '<rootDir>/packages/*'].map(
		(place) => `${place}/test/${name}/**/*.test.ts`,
	),
	transform: {
		'^.+\\.ts$': ['ts-jest', { tsconfig: '<rootDir>/tsconfig.json', diagnostics: false }],
	},
	moduleNameMapper: {
		// An ES module, which jest cannot load; see the stub.
		'^@apidevtools/json-schema-ref-parser$': '<rootDir>/test/stubs/json-schema-ref-parser.ts',
	},
	modulePathIgnorePatterns: [
		'<rootDir>/.stryker-tmp/',
		'<rootDir>/dist/',
		'<rootDir>/packages/[^/]+/dist/',
		'<rootDir>/host/node_modules/',
	],
	...overrides,
});

/** For tests that wait for a real n8n. */
const PATIENT = { setupFilesAfterEnv: ['<rootDir>/test/kit/patience.ts'] };

/** One project a level; see CONTRIBUTING for what each level is for. */
module.exports = {
	// On two cores jest would use one.
	maxWorkers: '100%',
	// A worker shares its core with whatever its neighbor does, e.g. with two million numbers.
	testTimeout: 240_000,
	testSequencer: '<rootDir>/test/longestFirst.cjs',
	projects: [
		level('unit'),
		level('engine'),
		level('chaos'),
		level('e2e', PATIENT),
		level('browser', PATIENT),
	],
};
