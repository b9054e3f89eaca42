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
	/** Texts on their way, by how long that takes; a setting can change it at any time. */
	private readonly underway = new Map<number, DelayLine<Message>>();

	constructor(private readonly account: Account) {}

	get pending(): number {
		return [...this.underway.values()].reduce((sum, { size }) => sum + size, 0);
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
		this.line().put(message);
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
		for (const line of this.underway.values()) line.stop();
	}

	private line(): DelayLine<Message> {
		const ms = this.account.clock.scaled(this.account.settings.deliverySeconds);
		const conclude = (due: Message[]) => due.forEach((message) => this.conclude(message));
		const line = this.underway.get(ms) ?? new DelayLine(ms, conclude);
		this.underway.set(ms, line);
		return line;
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
