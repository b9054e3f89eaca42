/** Signs that are written anew before a text goes out, so that it stays in the short alphabet. */
const PLAIN: ReadonlyArray<[RegExp, string]> = [
	[/[\u2018\u2019\u201A\u2032]/g, "'"],
	[/[\u201C\u201D\u201E\u2033]/g, '"'],
	[/[\u2010-\u2015]/g, '-'],
	[/\u2026/g, '...'],
	[/[\u00A0\u2007\u202F]/g, ' '],
];

/** A reply as it goes out: curly quotes become straight (contract: replyToConversation). */
export function normalised(text: string): string {
	return PLAIN.reduce((written, [sign, plain]) => written.replace(sign, plain), text);
}
