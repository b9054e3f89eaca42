// n8n-core logs every failing node of the engine tests otherwise.
process.env.N8N_LOG_LEVEL ??= 'silent';

/**
 * Jest runs code in a context of its own, where looking a global up takes about a hundred times as long as
 * a local variable: a loop over two million numbers took seconds. These are handed to each module as
 * variables, so no module may have a variable of its own of that name. And nothing else can be put in their
 * place, as tests do with `Date` and timers.
 */
const UNCHANGED_GLOBALS = [
	...[
		'Array',
		'BigInt',
		'Boolean',
		'Infinity',
		'JSON',
		'Map',
		'Math',
		'Number',
		'Object',
		'Promise',
	],
	...['RegExp', 'Set', 'String', 'Symbol', 'Uint8Array', 'isNaN', 'parseInt'],
];

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
	sandboxInjectedGlobals: UNCHANGED_GLOBALS,
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
