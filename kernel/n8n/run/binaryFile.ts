import { BINARY_ENCODING, sleep } from 'n8n-workflow';
import type { IBinaryData } from 'n8n-workflow';

import { InputError } from '../../input/inputError';
import type { RunContext } from './operation';

/** Characters of a file in memory (base64) that are decoded in one step; a multiple of 4. */
const PIECE = 1_048_576;

/**
 * A file of an input item, in pieces: from n8n's storage as it is read, or from the item where n8n keeps
 * files in memory.
 *
 * @param name of the file among those of the item
 * @param label the field that names it, for errors
 * @throws InputError `no_such_file`
 */
export async function openBinaryFile(
	run: RunContext,
	itemIndex: number,
	name: string,
	label: string,
): Promise<AsyncIterable<Uint8Array>> {
	const file = fileOf(run, itemIndex, name, label);
	if (file.id === undefined) return decoded(file.data);
	return (await run.context.helpers.getBinaryStream(file.id)) as AsyncIterable<Uint8Array>;
}

function fileOf(run: RunContext, itemIndex: number, name: string, label: string): IBinaryData {
	const file = findFile(run, itemIndex, name);
	if (file !== undefined) return file;
	const names = Object.keys(run.items[itemIndex].binary ?? {});
	throw new InputError(label, 'no_such_file', `the item has no file "${name}"`, hintFor(names));
}

function findFile(run: RunContext, itemIndex: number, name: string): IBinaryData | undefined {
	try {
		return run.context.helpers.assertBinaryData(itemIndex, name);
	} catch {
		return undefined;
	}
}

function hintFor(names: readonly string[]): string {
	if (names.length > 0) {
		return `Its files are ${names.map((each) => `"${each}"`).join(', ')}.`;
	}
	return 'Connect a node that outputs a file, e.g. Read/Write Files from Disk or Google Drive (Download).';
}

async function* decoded(data: string): AsyncGenerator<Uint8Array> {
	for (let at = 0; at < data.length; at += PIECE) {
		yield Buffer.from(data.slice(at, at + PIECE), BINARY_ENCODING);
		// Others get their turn: nothing is waited for otherwise.
		await sleep(0);
	}
}
