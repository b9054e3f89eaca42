const Sequencer = require('@jest/test-sequencer').default;

/** Files that take minutes. Begun last, they would keep one core waiting for the other. */
const LONGEST = [
	'test/e2e/soak.test.ts',
	'test/e2e/queueMode.test.ts',
	'packages/me-sms/test/e2e/trigger.test.ts',
	'test/e2e/registration.test.ts',
	'packages/political-comms/test/chaos/broken/variants.test.ts',
];

/** Jest's own order, in which a first run on a machine knows no durations, after the longest files. */
module.exports = class LongestFirst extends Sequencer {
	sort(tests) {
		const isLong = ({ path }) => LONGEST.some((file) => path.endsWith(`/${file}`));
		const sorted = super.sort(tests);
		return [...sorted.filter(isLong), ...sorted.filter((test) => !isLong(test))];
	}
};
