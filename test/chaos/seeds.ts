const { CHAOS_SEED, CHAOS_SEEDS } = process.env;

/**
 * The seeds that a test runs: one where somebody asks for it by `CHAOS_SEED`, else as many as
 * `CHAOS_SEEDS` says, from 1 on.
 *
 * @param usual how many, unless it says
 */
export function seedsToRun(usual: number): number[] {
	if (CHAOS_SEED !== undefined) return [Number(CHAOS_SEED)];
	return Array.from({ length: Number(CHAOS_SEEDS ?? usual) }, (_, index) => index + 1);
}
