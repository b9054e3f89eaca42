import { fateOf, mixed, secondsToFate } from './fate';
import type { FateTimes } from './fate';
import { RECIPIENT_STATES } from './states';
import type { RecipientState, StateCounts } from './states';

const DIGITS = 9;

export interface RecipientsInput {
	/** Without their 66; 0 where a number cannot be read. */
	numbers: Uint32Array;
	/** The numbers that cannot be read, as they were given, by their places. */
	unreadable: ReadonlyMap<number, string>;
	seed: number;
	times: FateTimes;
	/** All ids are at least this. */
	firstId: number;
}

/** One row of the list of recipients. */
export interface Recipient {
	id: number;
	/** 66 and nine digits, or as it was given where it cannot be read. */
	msisdn: string;
	status: RecipientState;
	/** Seconds from the start of the message to this state. */
	seconds: number;
}

/** The numbers of a message in 4 bytes each; rows, ids and states are made when somebody asks. */
export class Recipients {
	/** How many reach which state after so many seconds; made when first asked for. */
	private ends: Array<[seconds: number, counts: StateCounts]> | undefined;

	constructor(private readonly input: RecipientsInput) {}

	get length(): number {
		return this.input.numbers.length;
	}

	/** Ids that this message takes. */
	get idSpan(): number {
		return this.length * 2;
	}

	/** Those that can be read, without their 66. */
	get readable(): Uint32Array {
		const { numbers, unreadable } = this.input;
		return unreadable.size === 0 ? numbers : numbers.filter((_, index) => !unreadable.has(index));
	}

	/** All numbers, as rows have them. */
	msisdns(): string[] {
		return Array.from({ length: this.length }, (_, index) => this.msisdn(index));
	}

	/** The row at a place, so many seconds after the start of the message. */
	row(index: number, elapsed: number): Recipient {
		const seconds = this.secondsTo(index);
		const isOver = seconds <= elapsed;
		return {
			id: this.id(index),
			msisdn: this.msisdn(index),
			status: isOver ? this.fate(index) : 'pending',
			seconds: isOver ? seconds : 0,
		};
	}

	/** Places of at most `limit` rows from `start` on, of those in a state where one is named. */
	places(start: number, limit: number, elapsed: number, state?: string): number[] {
		const found: number[] = [];
		for (let index = start; index < this.length && found.length < limit; index++) {
			if (state === undefined || this.stateOf(index, elapsed) === state) found.push(index);
		}
		return found;
	}

	/** The place of the first row whose id is greater. */
	placeAfter(id: number): number {
		let low = 0;
		let high = this.length;
		while (low < high) {
			const middle = (low + high) >>> 1;
			if (this.id(middle) > id) high = middle;
			else low = middle + 1;
		}
		return low;
	}

	/** Ascending, with gaps of 0 to 2. */
	id(index: number): number {
		return this.input.firstId + index * 2 + (mixed(index, this.input.seed) & 1);
	}

	counts(elapsed: number): StateCounts {
		const counts = noCounts();
		for (const [seconds, ending] of this.endings()) {
			for (const state of RECIPIENT_STATES) {
				counts[seconds <= elapsed ? state : 'pending'] += ending[state];
			}
		}
		return counts;
	}

	/** How many will still reach a final state. */
	underway(elapsed: number): number {
		let sum = 0;
		for (const [seconds, ending] of this.endings()) {
			if (seconds <= elapsed || seconds === Infinity) continue;
			for (const state of RECIPIENT_STATES) sum += ending[state];
		}
		return sum;
	}

	private endings(): Array<[number, StateCounts]> {
		if (this.ends !== undefined) return this.ends;
		const bySeconds = new Map<number, StateCounts>();
		for (let index = 0; index < this.length; index++) {
			const seconds = this.secondsTo(index);
			let counts = bySeconds.get(seconds);
			if (counts === undefined) bySeconds.set(seconds, (counts = noCounts()));
			counts[this.fate(index)] += 1;
		}
		return (this.ends = [...bySeconds]);
	}

	private stateOf(index: number, elapsed: number): RecipientState {
		return this.secondsTo(index) <= elapsed ? this.fate(index) : 'pending';
	}

	private fate(index: number): RecipientState {
		return this.isUnreadable(index) ? 'invalid' : fateOf(this.input.numbers[index]);
	}

	private secondsTo(index: number): number {
		const { numbers, seed, times } = this.input;
		return this.isUnreadable(index) ? 0 : secondsToFate(numbers[index], seed, times);
	}

	private msisdn(index: number): string {
		const { numbers, unreadable } = this.input;
		return unreadable.get(index) ?? `66${String(numbers[index]).padStart(DIGITS, '0')}`;
	}

	private isUnreadable(index: number): boolean {
		const { unreadable } = this.input;
		return unreadable.size > 0 && unreadable.has(index);
	}
}

export function noCounts(): StateCounts {
	return { pending: 0, success: 0, failed: 0, invalid: 0, blocked: 0, expired: 0, timeout: 0 };
}
