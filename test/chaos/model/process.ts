import type { VirtualClock } from './clock';

/**
 * The n8n that runs an execution, which can die at any call it makes. From then on nothing of it
 * leaves any more and no call of it comes to anything: what it then does itself, nobody sees.
 */
export class Process {
	isDead = false;
	private calls = 0;
	private tellDeath = () => {};
	readonly death = new Promise<void>((resolve) => (this.tellDeath = resolve));

	/** @param deathAt call at which it dies, counted from 1, before or after the effect of the call */
	constructor(
		private readonly clock: VirtualClock,
		private readonly deathAt?: { call: number; after: boolean },
	) {}

	/**
	 * A call to something outside.
	 *
	 * @param effect what it does there, at once
	 * @param duration milliseconds until the caller hears of it
	 */
	async call<Result>(duration: number, effect: () => Result): Promise<Result> {
		if (this.isDead) throw new Dead();
		const dies = ++this.calls === this.deathAt?.call;
		if (dies && !this.deathAt?.after) return this.die();
		const result = attempt(effect);
		if (dies) return this.die();
		await this.clock.sleep(duration);
		if (this.isDead) throw new Dead();
		if ('error' in result) throw result.error;
		return result.value;
	}

	private die(): never {
		this.isDead = true;
		this.tellDeath();
		throw new Dead();
	}
}

class Dead extends Error {
	constructor() {
		super('This process is dead');
	}
}

function attempt<Result>(work: () => Result): { value: Result } | { error: unknown } {
	try {
		return { value: work() };
	} catch (error) {
		return { error };
	}
}
