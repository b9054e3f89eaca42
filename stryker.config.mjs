// Mutation testing: which changes of the code would no test notice? `npm run mutate`, by hand, and
// for a part of it `npm run mutate -- --mutate kernel/delivery/ledger.ts`.

process.env.N8N_LOG_LEVEL ??= 'silent'; // n8n-core logs every failing node otherwise

/** Tests that say something about the code that is mutated, the quick ones first. */
const TESTS = [
	'unit/kernel/**/*.test.ts',
	'unit/trackly/**/*.test.ts',
	// Thousands of random requests take long, and longer to tell which of them failed.
	'unit/trigger/!(hostile).test.ts',
	'engine/**/*.test.ts',
];

export default {
	testRunner: 'mocha',
	coverageAnalysis: 'perTest',
	mutate: ['kernel/**/*.ts', 'nodes/Trackly/api/**/*.ts', 'nodes/Trackly/trigger/**/*.ts'],
	// Evaluated once when a file is loaded, these would need a new process for each of them.
	ignoreStatic: true,
	mochaOptions: {
		require: ['tsx/cjs', './test/mutation/jestWords.cjs'],
		spec: TESTS.map((files) => `test/${files}`),
	},
	reporters: ['clear-text', 'json', 'progress-append-only'],
	jsonReporter: { fileName: 'reports/mutation.json' },
	clearTextReporter: { allowColor: false, logTests: false },
	tempDirName: '.stryker-tmp',
	// Many of the tests wait for something.
	concurrency: 4,
	thresholds: { high: 95, low: 85, break: 85 },
};
