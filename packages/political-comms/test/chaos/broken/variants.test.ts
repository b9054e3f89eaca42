import { describeVariants } from '../../../../../test/chaos/broken/describeVariants';

jest.setTimeout(180_000);

describeVariants({
	folder: __dirname,
	faults: 4,
	parts: [
		'kernel',
		'sandbox/core',
		'test/chaos',
		'test/kit',
		'host/poll.ts',
		'packages/political-comms/credentials',
		'packages/political-comms/nodes',
		'packages/political-comms/sandbox',
		'packages/political-comms/test/chaos',
		'packages/political-comms/test/engine',
		'packages/political-comms/test/unit/sandbox',
	],
	program: 'packages/political-comms/test/chaos/main.ts',
	read: {
		'packages/political-comms/contract': 'contract',
		'sandbox/core/page': 'page',
	},
	seeds: 150,
});
