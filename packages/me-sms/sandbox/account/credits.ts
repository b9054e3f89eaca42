/** The credits of an account, in whole or broken numbers. */
export interface CreditState {
	/** What can be spent now. */
	balance: number;
	/** Set aside for messages that wait for their time. */
	held: number;
	/** Spent by messages that have started. */
	charged: number;
}

/** Credits: held at scheduling, charged at the start, given back at a cancel. */
export class Credits {
	private held = 0;
	private charged = 0;

	constructor(private balance: number) {}

	state(): CreditState {
		const { balance, held, charged } = this;
		return { balance, held, charged };
	}

	set(balance: number): void {
		this.balance = balance;
	}

	/** Whether there is as much to spend. */
	covers(credits: number): boolean {
		return this.balance >= credits;
	}

	hold(credits: number): void {
		this.balance -= credits;
		this.held += credits;
	}

	giveBack(credits: number): void {
		this.held -= credits;
		this.balance += credits;
	}

	/** Spends what was held. */
	charge(credits: number): void {
		this.held -= credits;
		this.charged += credits;
	}
}
