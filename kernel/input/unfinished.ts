/** What JavaScript writes where there is no value: at an end of a text, or alone. */
const MISSING =
	/(?:^|[\s\p{P}\p{S}])(?:undefined|null|NaN)[\s\p{P}\p{S}]*$|^(?:undefined|null|NaN)\b/u;
const NO_TEXT = /\[object [A-Z]\w*\]|\{ \[native code\] \}|\bInvalid Date(?:Time)?\b/;

/** Joins that nothing follows, or nothing comes before: what is left of `{{ $json.order }}-shipped`. */
const LOOSE_END = /^[-_:|/.]|[-_:|/.]$/;

/**
 * Whether a text looks as if an expression in it found nothing: "Hi undefined", "[object Object]", or
 * a function without its parentheses. It may be meant all the same, so this is for a hint, never for a refusal.
 */
export function looksUnfinished(text: string): boolean {
	return MISSING.test(text.trim()) || NO_TEXT.test(text);
}

/** The same of a key that is joined from parts: also "-shipped", "order-" and a key of spaces. */
export function looksUnfinishedKey(key: string): boolean {
	const trimmed = key.trim();
	return trimmed === '' || looksUnfinished(key) || LOOSE_END.test(trimmed);
}
