const Sequencer = require('@jest/test-sequencer').default;

/** The longest files of each level. Begun last, they would keep one core waiting for the other. */
const LONGEST = [
	'test/unit/house/newcomer.test.ts',
	'test/unit/kernel/n8n/dispatch/strictKeys.test.ts',
	'test/engine/promise/anySize.test.ts',
	'packages/me-sms/test/engine/bigFiles.test.ts',
	'test/engine/promise/oneOutcomeEach.test.ts',
	'test/engine/promise/afterTheEnd.test.ts',
	'test/engine/promise/keysReleased.test.ts',
	'test/engine/promise/repeats.test.ts',
	'test/chaos/broken/variants.test.ts',
	'packages/political-comms/test/chaos/broken/variants.test.ts',
	'packages/me-sms/test/chaos/broken/variants.test.ts',
	'test/e2e/soak.test.ts',
	'test/e2e/queueMode.test.ts',
	'packages/me-sms/test/e2e/trigger.test.ts',
	'test/e2e/conversations.test.ts',
	'test/e2e/registration.test.ts',
	'test/e2e/campaignFaults.test.ts',
	'packages/political-comms/test/e2e/once.test.ts',
	'test/browser/firstSteps.test.ts',
];

/** Jest's own order, in which a first run on a machine knows no durations, after the longest files. */
module.exports = class LongestFirst extends Sequencer {
	sort(tests) {
		const placeOf = ({ path }) => LONGEST.findIndex((file) => path.endsWith(`/${file}`));
		const sorted = super.sort(tests);
		const long = sorted.filter((test) => placeOf(test) >= 0);
		long.sort((one, other) => placeOf(one) - placeOf(other));
		return [...long, ...sorted.filter((test) => placeOf(test) < 0)];
	}
};
