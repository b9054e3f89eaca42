/** What to do about errors, and the codes that the contract knows. */
interface Advised {
	advice: Readonly<Record<string, string>>;
	adviceFor(code: string): string | undefined;
	codes: readonly string[];
}

/** Tests of the advice for error codes. */
export function describeAdvice({ advice, adviceFor, codes }: Advised): void {
	it.each([...new Set(codes)])('there is advice for %s of the contract', (code) => {
		expect(adviceFor(code)).toMatch(/^[A-Z].+\.$/);
	});

	it.each(Object.entries(advice))('the advice for %s is a sentence', (_, sentence) => {
		expect(sentence).toMatch(/^[A-Z][^]+\.$/);
	});

	it.each(['a_code_of_tomorrow', '', 'constructor', '__proto__'])(
		'says nothing about %j',
		(code) => {
			expect(adviceFor(code)).toBeUndefined();
		},
	);
}
