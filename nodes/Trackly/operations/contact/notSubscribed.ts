import type { ApiRequest, JsonObject } from '../../../../kernel';
import { listsOf } from '../../api/subscriptions';

/** Why one list had no subscription to end (contract: unsubscribeContact). */
export const NOT_SUBSCRIBED = {
	reason: 'not_subscribed',
	message:
		'Nothing to do: the contact or the list is unknown, or the contact was unsubscribed already',
};

/** Why there was none on every list, unless something was done. */
export function whyNothingWasDone(done: readonly ApiRequest[], found: JsonObject): JsonObject {
	if (done.length > 0) return {};
	if (listsOf(found).length === 0) {
		return { reason: 'on_no_list', message: 'Nothing to do: the contact is on no list' };
	}
	return {
		reason: 'not_subscribed',
		message: 'Nothing to do: the contact was unsubscribed from all of its lists already',
	};
}
