const OPT_OUT = new Set(['STOP', 'STOPALL', 'UNSUBSCRIBE', 'CANCEL', 'END', 'QUIT', 'OPTOUT']);
const OPT_IN = new Set(['START', 'UNSTOP', 'YES']);

const wordOf = (text: string) => text.trim().toUpperCase().replace(/[.!-]/g, '');

/** Whether a text is one of the usual words to want no more texts. */
export function isOptOut(text: string): boolean {
	return OPT_OUT.has(wordOf(text));
}

/** Whether a text is one of the usual words to want texts again. */
export function isOptIn(text: string): boolean {
	return OPT_IN.has(wordOf(text));
}
