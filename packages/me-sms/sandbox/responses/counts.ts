import type { CountsForm } from '../account/switches';
import { RECIPIENT_STATES } from '../messages/states';
import type { StateCounts } from '../messages/states';
import { countName } from './shape';

/** contract: StateCounts, in the form that the switch says; states without a recipient are left out. */
export function countsIn(form: CountsForm, counts: StateCounts): object {
	const present = RECIPIENT_STATES.filter((state) => counts[state] > 0);
	if (form === 'map') return Object.fromEntries(present.map((state) => [state, counts[state]]));
	const name = countName(form);
	return present.map((status) => ({ status, [name]: counts[status] }));
}
