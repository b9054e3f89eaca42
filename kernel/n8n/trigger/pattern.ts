import { InputError } from '../../input/inputError';

/** Characters of a reply that a pattern is tried on; longer replies count as matching. */
export const JUDGED_LENGTH = 400;

/** Steps that matching may take at worst: a fraction of a second. */
const MAX_STEPS = 100_000_000;

/**
 * A regular expression, case-insensitive, that takes a bounded time on every reply. n8n has one
 * thread for all workflows: a pattern that backtracks without end would stop them all.
 *
 * @throws InputError when it is not valid, or could take too long
 */
export function readPattern(source: string, field: string): RegExp {
	const pattern = compile(source);
	if (pattern === undefined) {
		throw new InputError(field, 'invalid_pattern', 'is not a valid regular expression');
	}
	if (new Estimate(source).steps() * JUDGED_LENGTH > MAX_STEPS) {
		throw new InputError(
			field,
			'slow_pattern',
			'could take too long on some replies. Use fewer repetitions (* and +), and none inside another',
		);
	}
	return pattern;
}

function compile(source: string): RegExp | undefined {
	try {
		return new RegExp(source, 'i');
	} catch {
		return undefined;
	}
}

/**
 * At most how many ways there are to match a valid pattern from one place: alternatives add up, what
 * follows each other multiplies. `Infinity` for what this does not know.
 */
class Estimate {
	private at = 0;

	constructor(private readonly source: string) {}

	steps(): number {
		return this.alternatives();
	}

	private alternatives(): number {
		let sum = this.sequence();
		while (this.take('|')) sum += this.sequence();
		return sum;
	}

	private sequence(): number {
		let product = 1;
		while (this.at < this.source.length && !'|)'.includes(this.source[this.at])) {
			product *= this.repeated(this.atom());
		}
		return product;
	}

	private atom(): number {
		if (this.take('(')) {
			if (this.take('?') && !this.take(':')) return Infinity; // look-arounds, named groups
			const inner = this.alternatives();
			this.take(')');
			return inner;
		}
		if (this.take('\\')) {
			const isReference = /[1-9k]/.test(this.source[this.at]);
			this.at++;
			return isReference ? Infinity : 1;
		}
		if (this.take('[')) {
			while (!this.take(']')) this.at += this.source[this.at] === '\\' ? 2 : 1;
			return 1;
		}
		this.at++;
		return 1;
	}

	private repeated(ways: number): number {
		const quantifier = /^(?:[*+?]|\{(\d+)(,(\d*))?\})\??/.exec(this.source.slice(this.at));
		if (quantifier === null) return ways;
		this.at += quantifier[0].length;
		if (quantifier[0].startsWith('?')) return ways + 1;
		const [, least, open, most] = quantifier;
		const isUnbounded = least === undefined || most === '';
		const times = Math.min(isUnbounded ? JUDGED_LENGTH : Number(most ?? least), JUDGED_LENGTH);
		const counts = isUnbounded || open !== undefined ? times : 1;
		return ways === 1 ? counts : ways ** times;
	}

	private take(character: string): boolean {
		if (this.source[this.at] !== character) return false;
		this.at++;
		return true;
	}
}
