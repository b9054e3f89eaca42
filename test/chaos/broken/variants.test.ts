import { describeVariants } from './describeVariants';

jest.setTimeout(600_000);

describeVariants({
	folder: __dirname,
	faults: 15,
	parts: ['kernel', 'nodes', 'test/chaos/model'],
	program: 'test/chaos/model/main.ts',
	seeds: 60,
});
