import { search } from '../../../../test/chaos/rounds';
import { openMeSms } from './round';
import { scenarioFrom } from './scenario';

void search(openMeSms, (seed) => scenarioFrom(seed).work);
