import type { IPollFunctions } from 'n8n-workflow';

import type { JsonObject } from '../../../../../kernel';
import {
	type PollTrigger,
	type Watch,
	watchChanges,
	watchLevel,
	watchLists,
} from '../../../../../kernel/poll';
import { balanceIn } from '../api/balance';
import { aliases } from '../api/contract.generated/aliases';
import { endpoints } from '../api/endpoints';
import { idOf } from '../api/rows';
import { senderOf } from '../api/sender';
import { meSms } from '../profile';
import {
	creditsBelow,
	MESSAGE_EVENTS,
	messageComplete,
	messageStalled,
	recipientFinal,
	senderChanged,
} from './events';
import { newMessages } from './listing';
import { recipientPage, rowsIn } from './pages';
import { readSettings, requestsPerPoll, type TriggerSettings } from './settings';

/** What the ME-SMS Trigger brings to the kernel. */
export const meSmsTrigger: PollTrigger = {
	profile: meSms,
	eventIdName: 'eventId',
	watches,
	requestsPerPoll,
	nothingToShow: 'ME-SMS has nothing to show for these events yet',
};

/** One watch for each thing that is asked for: balance and sender names take one request each. */
function watches(context: IPollFunctions): Watch[] {
	const settings = readSettings(context);
	const has = (kinds: readonly string[]) => settings.events.some((kind) => kinds.includes(kind));
	return [
		...(has(['creditsBelow']) ? [balance(settings)] : []),
		...(has(['senderApproved']) ? [senders(settings)] : []),
		...(has(MESSAGE_EVENTS) ? [messages(settings)] : []),
	];
}

function balance({ threshold, includeExisting }: TriggerSettings): Watch {
	return watchLevel({
		key: 'credits',
		threshold,
		includeExisting,
		read: async ({ client }) =>
			balanceIn(await client.send({ endpoint: endpoints.getCreditBalance })),
		event: (value, armedAt) => creditsBelow(value, threshold, armedAt),
	});
}

function senders({ includeExisting }: TriggerSettings): Watch {
	return watchChanges<JsonObject>({
		key: 'senders',
		includeExisting,
		async read({ client }) {
			const body = await client.send({ endpoint: endpoints.listSenders });
			return rowsIn(body, aliases.SenderPage.rows).map((row) => {
				const sender = senderOf(row);
				const id = idOf(sender) ?? String(sender.name);
				return { id, state: String(sender.status), row: sender };
			});
		},
		event: senderChanged,
	});
}

function messages(settings: TriggerSettings): Watch {
	const { events, uuids, createdWithin, states, giveUpAfter, includeExisting, maxRows } = settings;
	return watchLists<JsonObject>({
		key: uuids === undefined ? 'all' : 'these',
		isNamed: uuids !== undefined,
		list: async (session) =>
			uuids === undefined
				? await newMessages(session, session.now - createdWithin)
				: { things: uuids.map((id) => ({ id })), isWhole: true },
		page: recipientPage,
		...(events.includes('recipientFinal') && {
			rowEvent: (uuid, recipient) =>
				states.includes(String(recipient.status)) ? recipientFinal(uuid, recipient) : undefined,
		}),
		...(events.includes('messageComplete') && { completeEvent: messageComplete }),
		...(events.includes('messageStalled') && { stalledEvent: messageStalled }),
		longEvent: messageComplete,
		giveUpAfter,
		includeExisting,
		maxRows,
	});
}
