import type { ReceivedText } from './entries';
import { NumberSet } from './number-set';

/** One text that went to many phones at once. */
export interface NumberBlock extends Omit<ReceivedText, 'phone'> {
	/** What all the numbers begin with. */
	prefix: string;
	/** How many digits follow. */
	digits: number;
	/** What follows, as numbers. The block keeps this array, it does not copy it. */
	numbers: Uint32Array;
}

/** How often one block texted a phone that had the same text already. */
export interface BlockCount extends Omit<ReceivedText, 'phone'> {
	numbers: number;
	repeated: number;
}

/** Texts to millions of phones in a few bytes each, and cheap counts of them. */
export class NumberBlocks {
	private readonly blocks: NumberBlock[] = [];
	private readonly counts: BlockCount[] = [];
	private readonly phones = new Map<string, NumberSet>();
	/** Who has had a text, by sender, text and prefix. */
	private readonly texted = new Map<string, NumberSet>();
	private sum = 0;
	private repeats = 0;

	get isEmpty(): boolean {
		return this.blocks.length === 0;
	}

	add(block: NumberBlock, sameness: string): void {
		const { numbers, prefix, at, sender, text, messageId } = block;
		const phones = setAt(this.phones, prefix, numbers.length);
		const texted = setAt(this.texted, JSON.stringify([sender, sameness, prefix]), numbers.length);
		let repeated = 0;
		for (const number of numbers) {
			phones.add(number);
			if (!texted.add(number)) repeated += 1;
		}
		this.blocks.push(block);
		this.counts.push({ at, sender, text, messageId, numbers: numbers.length, repeated });
		this.sum += numbers.length;
		this.repeats += repeated;
	}

	/** Texts, phones that got one, and texts that repeat an earlier one to the same phone. */
	totals(): { texts: number; phones: number; duplicates: number } {
		const phones = [...this.phones.values()].reduce((sum, { size }) => sum + size, 0);
		return { texts: this.sum, phones, duplicates: this.repeats };
	}

	/** In order, one for each block. */
	byMessage(): readonly BlockCount[] {
		return this.counts;
	}

	/** In order, one object a text; all, or those of one phone. */
	*list(phone?: string): Generator<ReceivedText> {
		for (const { prefix, digits, numbers, ...text } of this.blocks) {
			if (phone === undefined) {
				for (const number of numbers) {
					yield { ...text, phone: prefix + String(number).padStart(digits, '0') };
				}
			} else if (phone.startsWith(prefix) && phone.length === prefix.length + digits) {
				const wanted = Number(phone.slice(prefix.length));
				for (const number of numbers) if (number === wanted) yield { ...text, phone };
			}
		}
	}
}

function setAt(sets: Map<string, NumberSet>, key: string, more: number): NumberSet {
	const set = sets.get(key) ?? new NumberSet();
	sets.set(key, set);
	set.reserve(more);
	return set;
}
