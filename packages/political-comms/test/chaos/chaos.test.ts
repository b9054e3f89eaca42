import { describeRounds } from '../../../../test/chaos/describeRounds';
import { openPoliticalComms } from './round';

jest.setTimeout(60_000);

describeRounds(
	'writes of Political Comms under faults: never twice, nothing lost',
	openPoliticalComms,
	100,
);
