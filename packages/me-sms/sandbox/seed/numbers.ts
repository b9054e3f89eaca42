const FIRST = 810_000_000;
const RANGE = 180_000_000; // 66 81 000 0000 to 66 98 999 9999, all of them mobile numbers
const STRIDE = 61_803_401; // has no divisor in common with the range

/** So many different mobile numbers without their 66; the same seed gives the same ones. */
export function seededNumbers(count: number, seed: number): Uint32Array {
	const numbers = new Uint32Array(count);
	let step = (seed * 7_919) % RANGE;
	for (let index = 0; index < count; index++) {
		numbers[index] = FIRST + step;
		step = (step + STRIDE) % RANGE;
	}
	return numbers;
}
