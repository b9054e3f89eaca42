import { describeVariants, searchIn } from '../../../../../test/chaos/broken/describeVariants';

jest.setTimeout(600_000);

describeVariants({ folder: __dirname, faults: 0, ...searchIn('packages/me-sms'), seeds: 300 });
