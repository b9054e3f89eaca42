import { describeRounds } from '../../../../test/chaos/describeRounds';
import { openPoliticalComms } from './round';

describeRounds(
	'writes of Political Comms under faults: never twice, nothing lost',
	openPoliticalComms,
	100,
);
