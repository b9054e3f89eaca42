import { isJsonObject, type JsonObject, type JsonValue } from '../../../../kernel';

/** Names that the id of a held send may have (contract: SendHeld). */
const PENDING_IDS = ['pending_id', 'pending_send_id', 'approval_id'];

/** Things that a response may wrap it in. */
const WRAPPERS = ['pending_send', 'pending', 'approval'];

/** How a status says that somebody has to approve the send first. */
const AWAITS_APPROVAL = /approval|\bheld\b|\bon[_ ]hold\b/i;

/**
 * What a response says of a send, or of a whole batch, that waits for somebody to approve it: `held`
 * and the id to find it by, if any (contract: SendHeld). Nothing for a send that was queued.
 */
export function heldSend(response: JsonObject): JsonObject | undefined {
	const { status, message_id } = response;
	const id = pendingIdIn(response);
	const says = typeof status === 'string' && AWAITS_APPROVAL.test(status);
	if (!says && (id === undefined || message_id !== undefined)) return undefined;
	return { status: 'held', ...(id !== undefined && { pending_id: id }) };
}

function pendingIdIn(response: JsonObject): JsonValue | undefined {
	const wrapped = WRAPPERS.flatMap((name) => {
		const inner = response[name];
		return isJsonObject(inner) ? [inner.id, ...PENDING_IDS.map((id) => inner[id])] : [];
	});
	return [...PENDING_IDS.map((id) => response[id]), ...wrapped].find(
		(id) => (typeof id === 'string' && id !== '') || typeof id === 'number',
	);
}
