import { describeVariants } from '../../../../../test/chaos/broken/describeVariants';

jest.setTimeout(180_000);

describeVariants({
	folder: __dirname,
	faults: 0,
	parts: [
		'kernel',
		'sandbox/core',
		'test/chaos',
		'test/kit',
		'host/poll.ts',
		'packages/me-sms/credentials',
		'packages/me-sms/nodes',
		'packages/me-sms/sandbox',
		'packages/me-sms/test/chaos',
		'packages/me-sms/test/engine',
		'packages/me-sms/test/unit/sandbox',
	],
	program: 'packages/me-sms/test/chaos/main.ts',
	read: {
		'packages/me-sms/contract': 'contract',
		'sandbox/core/page': 'page',
	},
	seeds: 300,
});
