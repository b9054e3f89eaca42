import { ApiError, Timers } from '../../../../sandbox/core';
import type { Account } from '../account/account';
import { ShownPhones } from '../phones/shown-phones';
import type { Message } from './message';
import type { Order, Outbox } from './outbox';
import { Recipients } from './recipients';

const FIRST_ID = 90_311; // as in the contract's sample

/** The messages of the account, from the request to their start; what follows is a matter of the clock. */
export class Messages implements Outbox {
	private readonly byUuid = new Map<string, Message>();
	private readonly waiting = new Set<Message>();
	/** Started, and perhaps not over yet. */
	private readonly started = new Set<Message>();
	private readonly timers = new Timers();
	private readonly shown: ShownPhones;
	private nextId = FIRST_ID;

	constructor(private readonly account: Account) {
		this.shown = new ShownPhones(account, this.timers);
	}

	all(): Message[] {
		return [...this.byUuid.values()];
	}

	get(uuid: string): Message | undefined {
		return this.byUuid.get(uuid);
	}

	get scheduled(): number {
		return this.waiting.size;
	}

	get pending(): number {
		if (this.account.clock.stands) return 0;
		let sum = 0;
		for (const message of this.started) {
			const underway = message.recipients.underway(this.elapsed(message));
			if (underway === 0) this.started.delete(message);
			sum += underway;
		}
		return sum;
	}

	elapsed({ startedAt }: Message): number {
		const { clock } = this.account;
		return startedAt === null ? -1 : (clock.now() - startedAt) / clock.scaled(1, Number.MIN_VALUE);
	}

	accept({ numbers, unreadable, ...order }: Order): Message {
		const { clock, credits, ids, settings } = this.account;
		const { fateSeconds, slowestSeconds } = settings;
		const message: Message = {
			...order,
			uuid: ids.uuid(),
			recipients: new Recipients({
				numbers,
				unreadable,
				seed: ids.seed32(),
				times: { fateSeconds, slowestSeconds },
				firstId: this.nextId,
			}),
			createdAt: clock.now(),
			startedAt: null,
			cancelledAt: null,
		};
		this.nextId += message.recipients.idSpan;
		this.byUuid.set(message.uuid, message);
		credits[message.owner].hold(message.credits);
		this.account.didDo('message_accepted', message.uuid);
		if (message.scheduledAt === null) this.start(message, message.createdAt);
		else this.wait(message);
		return message;
	}

	cancel(message: Message): void {
		if (message.scheduledAt === null) throw new ApiError('NOT_SCHEDULED');
		if (message.cancelledAt !== null) throw new ApiError('ALREADY_CANCELLED');
		if (message.startedAt !== null) throw new ApiError('ALREADY_PROCESSING');
		message.cancelledAt = this.account.clock.now();
		this.waiting.delete(message);
		this.timers.cancel(message.uuid);
		this.account.credits[message.owner].giveBack(message.credits);
		this.account.didDo('message_cancelled', message.uuid);
	}

	settle(): void {
		const now = this.account.clock.now();
		for (const message of this.waiting) {
			const { scheduledAt } = message;
			if (scheduledAt !== null && scheduledAt <= now) this.start(message, scheduledAt);
		}
	}

	clockMoved(): void {
		this.settle();
		for (const message of this.waiting) this.wait(message);
		for (const message of this.byUuid.values()) {
			if (message.startedAt !== null) this.started.add(message);
		}
		this.shown.clockMoved();
	}

	stop(): void {
		this.timers.stop();
	}

	private wait(message: Message): void {
		this.waiting.add(message);
		this.timers.cancel(message.uuid);
		const { clock } = this.account;
		if (clock.stands || message.scheduledAt === null) return;
		this.timers.plan(message.uuid, message.scheduledAt - clock.now(), () => {
			this.settle();
			if (this.waiting.has(message)) this.wait(message); // a timer may come a moment early
		});
	}

	/** Charges it and hands its texts to the carrier: from now on they count as texted. */
	private start(message: Message, startedAt: number): void {
		message.startedAt = startedAt;
		this.waiting.delete(message);
		this.timers.cancel(message.uuid);
		this.started.add(message);
		const { uuid, sender, content, recipients, owner, credits } = message;
		this.account.credits[owner].charge(credits);
		this.account.journal.addBlock(
			{
				at: new Date(startedAt).toISOString(),
				sender,
				text: content,
				messageId: uuid,
				prefix: '66',
				digits: 9,
				numbers: recipients.readable,
			},
			content,
		);
		this.account.didDo('message_started', uuid);
		this.shown.add(message);
	}
}
