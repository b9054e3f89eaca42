// NOTES, pipeline: opt-out words. Of the misspellings and phrases only samples are known.
const STOP_WORDS = new Set([
	'STOP',
	'STOPALL',
	'STOP ALL',
	'END',
	'QUIT',
	'CANCEL',
	'UNSUBSCRIBE',
	'UNSUB',
	'REMOVE ME',
	'OPT OUT',
	'OPTOUT',
	'BLOCK',
	'WRONG',
	'STOPP',
	'STPO',
	'SOTP',
	'UNSUBCRIBE',
]);
const STOP_PHRASES = ['DO NOT TEXT', "DON'T TEXT", 'STOP TEXTING', 'WRONG NUMBER'];
const START_WORDS = new Set(['START', 'UNSTOP']);

/** A phone's "Liked ..." reaction quotes our own text, so its words are not the contact's. */
const TAPBACK = /^(liked|loved|disliked|laughed at|emphasized|questioned) ["“]/i;

/** The word or phrase by which this text opts out, in capitals; undefined when it does not. */
export function optOutKeyword(text: string): string | undefined {
	if (TAPBACK.test(text.trim())) return undefined;
	const said = normalised(text);
	if (STOP_WORDS.has(said)) return said;
	return STOP_PHRASES.find((phrase) => said.includes(phrase));
}

/** Whether this text subscribes again. */
export function isOptIn(text: string): boolean {
	return START_WORDS.has(normalised(text));
}

function normalised(text: string): string {
	return text
		.trim()
		.replace(/[.!]+$/, '')
		.replace(/’/g, "'")
		.replace(/\s+/g, ' ')
		.toUpperCase();
}
