import { DelayLine } from '../../core';
import type { Clock, Dispatcher, Journal, Phones } from '../../core';
import type { Contacts } from '../account/contacts';
import type { Ids } from '../account/ids';
import { MESSAGE_STATES } from './message';
import type { DropReason, Message, MessageState, Send } from './message';
import { outcomeFor, REMOVING_DETAILS, STATE_OF } from './outcomes';
import type { OutcomeRule } from './outcomes';
import { renderText } from './render';
import { isBlockedContent } from './word-filter';
import { emit } from '../webhooks/events';

const QUEUE_WAIT_SECONDS = 10; // NOTES, pipeline: wait at least 10 s
const CARRIER_SECONDS = 2; // ours: from sent to the delivery report
const PROVIDER = 'infobip'; // contract: DeliveryEvent.provider

/** What of an account a message meets on its way. */
export interface PipelineAccount {
	readonly clock: Clock;
	readonly ids: Ids;
	readonly contacts: Contacts;
	readonly phones: Phones;
	readonly journal: Journal;
	readonly webhooks: Dispatcher;
	readonly brandTexts: boolean;
	readonly outcomes: readonly OutcomeRule[];
}

/**
 * Takes messages from `queued` to their end. Identical texts are not held back: the documents name
 * no window, and hiding a repeat would hide a client's mistake.
 */
export class Pipeline {
	private readonly messages = new Map<string, Message>();
	private readonly counts = Object.fromEntries(MESSAGE_STATES.map((state) => [state, 0])) as Record<
		MessageState,
		number
	>;
	private readonly queue: DelayLine<Message>;
	private readonly carrier: DelayLine<Message>;

	constructor(private readonly account: PipelineAccount) {
		this.queue = new DelayLine(account.clock.scaled(QUEUE_WAIT_SECONDS), (due) => {
			for (const message of due) this.claim(message);
		});
		this.carrier = new DelayLine(account.clock.scaled(CARRIER_SECONDS), (due) => {
			for (const message of due) this.report(message);
		});
	}

	/** Messages that have not reached a final state. */
	get pending(): number {
		return this.queue.size + this.carrier.size;
	}

	accept(send: Send): Message {
		const message: Message = { ...send, id: this.account.ids.message(), state: 'queued' };
		this.messages.set(message.id, message);
		this.counts.queued += 1;
		this.account.phones.add(message.to, {
			at: this.account.clock.stamp(),
			direction: 'in',
			sender: message.list.phoneNumber,
			text: this.textOf(message),
			messageId: message.id,
			delivery: { state: 'queued' },
		});
		this.queue.put(message);
		return message;
	}

	get(id: string): Message | undefined {
		return this.messages.get(id);
	}

	byState(): Record<MessageState, number> {
		return { ...this.counts };
	}

	stop(): void {
		this.queue.stop();
		this.carrier.stop();
	}

	private claim(message: Message): void {
		const membership = this.account.contacts.membership(message.to, message.list);
		const dropReason = this.dropReason(message, membership?.active);
		if (dropReason !== undefined) {
			message.dropReason = dropReason;
			this.move(message, 'dropped', dropReason);
			return;
		}
		if (membership) {
			membership.sendCount += 1;
			membership.lastSentAt = new Date();
		}
		this.move(message, 'sent');
		this.carrier.put(message);
	}

	private dropReason(message: Message, subscribed: boolean | undefined): DropReason | undefined {
		if (message.list.status !== 'active') return 'inactive_list';
		if (isBlockedContent(message.body)) return 'blocked_content';
		if (subscribed === false && !message.skipContactValidation) return 'contact_blocked';
		return undefined;
	}

	private report(message: Message): void {
		const { contacts, outcomes, webhooks, clock } = this.account;
		const outcome = outcomeFor(message.to, outcomes);
		if (outcome.status === 'delivered') this.show(message);
		const { status, detail } = outcome;
		this.move(message, STATE_OF[status], [status, detail].filter(Boolean).join(', '));
		if (outcome.detail !== null && REMOVING_DETAILS.has(outcome.detail)) {
			contacts.optOut(message.to, message.list, 'bad_response');
		}
		emit(webhooks, {
			event: 'delivery',
			message_id: message.id,
			to: message.to,
			list_number: message.list.phoneNumber,
			status: outcome.status,
			status_detail: outcome.detail,
			provider: PROVIDER,
			timestamp: clock.stamp(),
		});
	}

	/** The text lights up on the phone. */
	private show(message: Message): void {
		const { account } = this;
		const text = this.textOf(message);
		const at = account.clock.stamp();
		const sender = message.list.phoneNumber;
		account.phones.arrive(message.to, message.id, { text, at });
		// Two sends of one text differ by their message id only.
		const sameness = this.textOf({ ...message, id: '' });
		account.journal.addText(
			{ at, phone: message.to, sender, text, messageId: message.id },
			sameness,
		);
	}

	private textOf(message: Message): string {
		const { contacts, brandTexts } = this.account;
		return renderText(message, contacts.membership(message.to, message.list), brandTexts);
	}

	/** `reason` says why a text did not arrive. */
	private move(message: Message, state: MessageState, reason?: string): void {
		this.counts[message.state] -= 1;
		message.state = state;
		this.counts[state] += 1;
		const isTrouble = state !== 'sent' && state !== 'delivered';
		this.account.phones.update(message.id, {
			delivery: { state, ...(isTrouble && { reason }) },
		});
	}
}
