import { search } from '../../../../test/chaos/rounds';
import { openPoliticalComms } from './round';
import { scenarioFrom } from './scenario';

void search(openPoliticalComms, (seed) => scenarioFrom(seed).work);
