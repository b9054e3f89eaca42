import { InputError } from '../inputError';

type Decoder = InstanceType<typeof TextDecoder>;

/** Bytes that tell what a file is. */
const SIGN_BYTES = 8;

interface Sign {
	bytes: readonly number[];
	/** What such a file is, and what to do about it. */
	is: string;
	advice: string;
}

const SAVE_AS_CSV = 'Save the sheet as CSV (UTF-8) and use that file.';

/** Files that people take for text. */
const NO_TEXT: readonly Sign[] = [
	{
		bytes: [0x50, 0x4b, 0x03, 0x04],
		is: 'is an Excel workbook or another zip file, not a text',
		advice: `${SAVE_AS_CSV} Unzip other files first.`,
	},
	{ bytes: [0xd0, 0xcf, 0x11, 0xe0], is: 'is an old Excel workbook', advice: SAVE_AS_CSV },
	{
		bytes: [0x25, 0x50, 0x44, 0x46],
		is: 'is a PDF',
		advice: 'Export the numbers as CSV and use that file.',
	},
	{
		bytes: [0x1f, 0x8b],
		is: 'is compressed',
		advice: 'Unpack it first, e.g. with the Compression node.',
	},
];

const WEB_PAGE = /^\s*<(!doctype|html|head|body)\b/i;

/**
 * The text of a file, in pieces, without its byte order mark: UTF-8, or UTF-16 where it has that mark.
 * What is not valid UTF-8 becomes a replacement character: digits are the same in every old encoding.
 *
 * @param label the field that names the file, for errors
 * @throws InputError `not_a_text_file` for what is no text, with what to do about it
 */
export async function* textOf(
	chunks: AsyncIterable<Uint8Array>,
	label: string,
): AsyncGenerator<string> {
	let decoder: Decoder | undefined;
	let head = Buffer.alloc(0);
	const decode = (bytes: Uint8Array, stream: boolean) => {
		const text = decoder!.decode(bytes, { stream });
		if (!text.includes('\0')) return text;
		throw notText(label, 'is not a text file', 'Use a CSV file or a text file in UTF-8.');
	};
	for await (const chunk of chunks) {
		if (decoder !== undefined) {
			yield decode(chunk, true);
			continue;
		}
		head = Buffer.concat([head, chunk]);
		if (head.length < SIGN_BYTES) continue;
		decoder = decoderFor(head, label);
		const first = decode(head, true);
		if (WEB_PAGE.test(first)) throw webPage(label);
		yield first;
	}
	decoder ??= decoderFor(head, label);
	yield decode(head.length < SIGN_BYTES ? head : NOTHING, false);
}

const NOTHING = new Uint8Array(0);

function decoderFor(head: Uint8Array, label: string): Decoder {
	const sign = NO_TEXT.find(({ bytes }) => bytes.every((byte, place) => head[place] === byte));
	if (sign !== undefined) throw notText(label, sign.is, sign.advice);
	if (head[0] === 0xff && head[1] === 0xfe) return new TextDecoder('utf-16le');
	if (head[0] === 0xfe && head[1] === 0xff) return new TextDecoder('utf-16be');
	return new TextDecoder();
}

function webPage(label: string): InputError {
	const advice = 'The download probably needs a sign-in. Check the node that loads the file.';
	return notText(label, 'is a web page', advice);
}

function notText(label: string, is: string, advice: string): InputError {
	return new InputError(label, 'not_a_text_file', `the file ${is}`, advice);
}
