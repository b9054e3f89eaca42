import { DelayLine } from '../../../../sandbox/core';
import type { Account } from '../account/account';
import type { Thread } from '../conversations/threads';
import { emitMessage } from '../webhooks/events';
import type { Message } from './message';
import type { Outbox, Outgoing } from './outbox';

const DEFAULT_ERROR = '300'; // ours; the codes are opaque

/** Takes texts from the request to their outcome, and texts of contacts into their threads. */
export class Messages implements Outbox {
	private readonly all: Message[] = [];
	private readonly underway: DelayLine<Message>;

	constructor(private readonly account: Account) {
		this.underway = new DelayLine(account.clock.scaled(account.settings.deliverySeconds), (due) =>
			due.forEach((message) => this.conclude(message)),
		);
	}

	get pending(): number {
		return this.underway.size;
	}

	list(): readonly Message[] {
		return this.all;
	}

	send({ thread, origin, text, mediaUrls, bill }: Outgoing): Message {
		const { clock, phones } = this.account;
		const at = clock.stamp();
		const message = this.add(thread, {
			direction: 'outbound',
			origin,
			text,
			mediaUrls,
			status: 'sent',
			sentAt: at,
			bill,
		});
		phones.add(thread.phone, {
			at,
			direction: 'in',
			sender: thread.sender,
			text,
			messageId: message.id,
			delivery: { state: 'sent' },
		});
		emitMessage(this.account, 'message.sent', message);
		this.underway.put(message);
		return message;
	}

	receive(thread: Thread, text: string): Message {
		const { clock, phones } = this.account;
		const at = clock.stamp();
		phones.add(thread.phone, { at, direction: 'out', sender: thread.sender, text });
		return this.add(thread, {
			direction: 'inbound',
			origin: 'contact',
			text,
			mediaUrls: [],
			status: 'received',
			receivedAt: at,
		});
	}

	stop(): void {
		this.underway.stop();
	}

	private add(
		thread: Thread,
		message: Pick<Message, 'direction' | 'origin' | 'text' | 'mediaUrls' | 'status'> &
			Partial<Message>,
	): Message {
		const made: Message = {
			id: this.account.ids.next('msg'),
			threadId: thread.id,
			projectId: thread.projectId,
			phone: thread.phone,
			sender: thread.sender,
			at: this.account.clock.now(),
			sentAt: null,
			deliveredAt: null,
			receivedAt: null,
			errorCode: null,
			...message,
		};
		this.all.push(made);
		thread.messages.push(made);
		return made;
	}

	private conclude(message: Message): void {
		const { account } = this;
		const rule = account.outcomes.find(({ endsWith }) => message.phone.endsWith(endsWith));
		if (rule?.status === 'failed') {
			message.status = 'failed';
			message.errorCode = rule.errorCode ?? DEFAULT_ERROR;
			account.phones.update(message.id, {
				delivery: { state: 'failed', reason: message.errorCode },
			});
			return emitMessage(account, 'message.failed', message);
		}
		this.deliver(message);
	}

	private deliver(message: Message): void {
		const { account } = this;
		const { id: messageId, phone, sender, text, bill } = message;
		const at = account.clock.stamp();
		message.status = 'delivered';
		message.deliveredAt = at;
		if (bill !== undefined) account.charge({ ...bill, quantity: 1 });
		account.phones.arrive(phone, messageId, { at, text });
		account.phones.update(messageId, { delivery: { state: 'delivered' } });
		account.journal.addText({ at, phone, sender, text, messageId }, text);
		emitMessage(account, 'message.delivered', message);
	}
}
