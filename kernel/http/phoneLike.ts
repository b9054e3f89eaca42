/** A date such as 2026-03-10, which has as many digits as a number and tells nothing about anybody. */
const DAY = String.raw`(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?![\p{Pd}./_]?\p{Nd})`;
const WRITTEN_DAY = String.raw`(?:0?[1-9]|[12]\d|3[01])(?<mark>[./])(?:0?[1-9]|[12]\d|3[01])\k<mark>(?:19|20)\d\d(?![\p{Pd}./_]?\p{Nd})`;
const TIME = String.raw`[T ]\d\d:\d\d(?::\d\d(?:[.,]\d+)?)?(?: ?(?:[+-]\d\d:?\d\d|Z))?`;

const OCTET = String.raw`(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)`;
/** Four pairs of digits are how Danes and Norwegians write their numbers. */
const ADDRESS = String.raw`(?!\d\d(?:\.\d\d){3}(?!\d))${OCTET}(?:\.${OCTET}){3}(?![\p{Pd}.(]?\p{Nd})`;

/** An id of hexadecimal digits, which has a letter somewhere, or a UUID. */
const HEXADECIMAL = String.raw`(?=[\d-]*[a-f])(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{24,64})(?![\p{L}\p{Nd}])`;

/** What people write between the digits of a number, and what no reader sees; %20 in a URL. */
const SIGN = String.raw`(?:[+\uff0b\p{Zs}\t()\[\]{}./_•·∙⋅~\p{Pd}\u2212\u2043\u30fc]|%2[089DdEeFf])`;
const BETWEEN = String.raw`\p{Default_Ignorable_Code_Point}*(?:${SIGN}\p{Default_Ignorable_Code_Point}*){0,4}`;

/** Ids of eight digits: short enough to be ids, too short for most numbers. */
const SHORT_ID = String.raw`\d{8}(?!${BETWEEN}\p{Nd})`;
const COUNT = String.raw`\d+(?= ?(?:bytes|characters|ms|milliseconds|seconds)\b)`;

/** What stays as it is, where it stands alone. */
const KEPT = [`${DAY}(?:${TIME})?`, WRITTEN_DAY, ADDRESS, HEXADECIMAL, SHORT_ID, COUNT]
	.map((kept) => String.raw`(?<![\p{L}\p{Nd}])${kept}`)
	.join('|');

/** Seven or more digits, in whatever way they are separated: a phone number to us. */
const WITH_PLUS = String.raw`[+\uff0b](?:${BETWEEN}\p{Nd}){7,}`;
const WITHOUT_PLUS = String.raw`\p{Nd}(?:${BETWEEN}(?!(?<=${SIGN})${DAY})\p{Nd}){6,}`;

let pattern: RegExp | undefined;

/**
 * A phone number, or in the first group what has as many digits and is none. Made when it is needed
 * first: reading its classes of characters takes a millisecond of the time in which a node loads.
 */
export function phoneLike(): RegExp {
	return (pattern ??= new RegExp(`(${KEPT})|${WITH_PLUS}|${WITHOUT_PLUS}`, 'gu'));
}
