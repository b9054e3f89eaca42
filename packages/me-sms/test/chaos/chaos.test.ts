import { describeRounds } from '../../../../test/chaos/describeRounds';
import { openMeSms } from './round';

describeRounds('writes of ME-SMS under faults: never twice, nothing lost', openMeSms, 300);
