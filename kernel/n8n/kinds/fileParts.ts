import { createHash } from 'node:crypto';

import { numberBody } from '../../delivery/numberBody';
import type { Note } from '../../delivery/outcome';
import type { JsonObject } from '../../http/endpoint';
import type { NumbersRead } from '../../input/file/readNumbers';

/** The file of one input item, read and ready to be sent. */
export interface ItemFile {
	itemIndex: number;
	/** The body of its requests without the numbers. */
	head: JsonObject;
	read: NumbersRead;
	/** Numbers of one request at most. */
	perRequest: number;
	/** What a user should know of it, shown with the first request. */
	notes: readonly Note[];
}

/** The numbers of one request: neighbors in the file. */
export interface FilePart {
	file: ItemFile;
	/** Place of the first number. */
	from: number;
	/** Place after the last one. */
	to: number;
}

/** Under which the ledger keeps a part: by its place, so that another number per request changes nothing. */
export function nameOf({ from, to }: FilePart): string {
	return `${from}-${to}`;
}

/** Tells the request of a part apart from every other one, the same with each try. */
export function fingerprintOf({ file: { head, read }, from, to }: FilePart): string {
	const hash = createHash('sha256').update(JSON.stringify(head));
	return hash.update(read.numbers.bytes(from, to)).digest('base64url');
}

/**
 * The requests that a file takes: those that an earlier try made, as they were, and the numbers between
 * them in as few further ones as possible.
 *
 * @param isOnRecord whether the ledger knows the outcome of a part
 * @param recorded names of parts that it has
 */
export function partsOf(
	file: ItemFile,
	recorded: readonly string[],
	isOnRecord: (part: FilePart) => boolean,
): FilePart[] {
	const { size } = file.read.numbers;
	const known = recorded
		.map((name) => name.split('-').map(Number))
		.map(([from, to]): FilePart => ({ file, from, to }))
		.filter((part) => part.to <= size && isOnRecord(part))
		.sort((one, other) => one.from - other.from);
	const parts: FilePart[] = [];
	const add = (piece: FilePart) => void parts.push(piece);
	let next = 0;
	for (const part of known) {
		if (part.from < next) continue;
		inPieces({ file, from: next, to: part.from }, file.perRequest).forEach(add);
		add(part);
		next = part.to;
	}
	inPieces({ file, from: next, to: size }, file.perRequest).forEach(add);
	return parts;
}

/** The same numbers in parts of at most `size`. */
export function inPieces({ file, from, to }: FilePart, size: number): FilePart[] {
	return Array.from({ length: Math.ceil((to - from) / size) }, (_, piece) => {
		const start = from + piece * size;
		return { file, from: start, to: Math.min(start + size, to) };
	});
}

/**
 * The body of a request for the numbers of a part, as bytes.
 *
 * @param head the rest of the body @param listName the list in it that takes the numbers
 */
export function bodyOf({ file, from, to }: FilePart, head: JsonObject, listName: string): Buffer {
	return numberBody(head, listName, { numbers: file.read.numbers, from, to });
}

/** What every outcome shows of its part; the first one of a file also what was left out of it. */
export function factsOf({ file: { read }, from, to }: FilePart): JsonObject {
	return {
		numbers: to - from,
		firstRow: read.numbers.rowAt(from),
		lastRow: read.numbers.rowAt(to - 1),
		...(from === 0 && leftOutOf(read)),
	};
}

function leftOutOf({ repeated, invalid, invalidRows }: NumbersRead): JsonObject {
	return {
		...(repeated > 0 && { repeated }),
		...(invalid > 0 && { invalid, invalidRows: invalidRows.map((row) => ({ ...row })) }),
	};
}
