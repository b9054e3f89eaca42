import type { Timers } from '../../../../sandbox/core';
import type { Account } from '../account/account';
import type { Message } from '../messages/message';
import type { Recipient } from '../messages/recipients';

/** The page shows the first phones of each message; the journal knows all of them. */
const MOST_SHOWN = 100;

/** Puts texts on the phones of the page, and their states as the clock goes on. */
export class ShownPhones {
	/** Messages some of whose shown phones wait for a state, and the states shown so far. */
	private readonly open = new Map<Message, string[]>();

	constructor(
		private readonly account: Account,
		private readonly timers: Timers,
	) {}

	add(message: Message): void {
		const { sender, content: text, recipients } = message;
		const at = this.account.clock.stamp();
		const count = Math.min(recipients.length, MOST_SHOWN);
		for (let index = 0; index < count; index++) {
			const row = recipients.row(index, -1);
			this.account.phones.add(row.msisdn, {
				at,
				direction: 'in',
				sender,
				text,
				messageId: bubbleId(message, row),
				delivery: { state: 'pending' },
			});
		}
		this.open.set(message, new Array<string>(count).fill('pending'));
		this.update(message);
	}

	clockMoved(): void {
		for (const message of [...this.open.keys()]) this.update(message);
	}

	private update(message: Message): void {
		const shown = this.open.get(message);
		if (shown === undefined) return;
		const elapsed = this.account.outbox.elapsed(message);
		let next = Infinity;
		shown.forEach((state, index) => {
			if (state !== 'pending') return;
			const row = message.recipients.row(index, elapsed);
			if (row.status === 'pending') {
				next = Math.min(next, message.recipients.row(index, Number.MAX_VALUE).seconds || Infinity);
				return;
			}
			shown[index] = row.status;
			this.show(message, row);
		});
		if (next === Infinity) this.open.delete(message);
		else this.plan(message, next - elapsed);
	}

	private show(message: Message, row: Recipient): void {
		const { phones, clock } = this.account;
		const id = bubbleId(message, row);
		if (row.status === 'success') {
			phones.arrive(row.msisdn, id, { at: clock.stamp(), text: message.content });
		}
		phones.update(id, { delivery: { state: row.status } });
	}

	private plan(message: Message, seconds: number): void {
		const name = `${message.uuid} shown`;
		const { clock } = this.account;
		if (clock.stands) return this.timers.cancel(name);
		this.timers.plan(name, Math.ceil(clock.scaled(seconds)), () => this.update(message));
	}
}

function bubbleId({ uuid }: Message, { id }: Recipient): string {
	return `${uuid} ${id}`;
}
