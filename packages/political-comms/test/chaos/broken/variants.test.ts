import { describeVariants, searchIn } from '../../../../../test/chaos/broken/describeVariants';

jest.setTimeout(600_000);

describeVariants({
	folder: __dirname,
	faults: 4,
	...searchIn('packages/political-comms'),
	seeds: 150,
});
