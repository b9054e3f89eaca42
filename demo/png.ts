import { inflateSync } from 'node:zlib';

/** A picture: three bytes a pixel, row by row. */
export interface Pixels {
	width: number;
	height: number;
	rgb: Buffer;
}

const SIGNATURE_BYTES = 8;
const TYPE_BYTES = 4;
const OVERHEAD = 12; // bytes of a chunk besides its content

/** Bytes of a pixel by PNG's type of colour: those that Chromium takes screenshots in. */
const BYTES: Record<number, number> = { 2: 3, 6: 4 };

/**
 * Reads a screenshot: a PNG of eight bits a channel, with or without transparency, not interlaced.
 * Transparency is dropped.
 *
 * @throws Error for another kind of PNG
 */
export function readPng(file: Buffer): Pixels {
	const data: Buffer[] = [];
	let header = Buffer.alloc(0);
	for (let at = SIGNATURE_BYTES; at < file.length; at += OVERHEAD + file.readUInt32BE(at)) {
		const start = at + TYPE_BYTES + TYPE_BYTES;
		const type = file.toString('latin1', at + TYPE_BYTES, start);
		const content = file.subarray(start, start + file.readUInt32BE(at));
		if (type === 'IHDR') header = Buffer.from(content);
		if (type === 'IDAT') data.push(content);
	}
	const [depth, colour, , , interlaced] = header.subarray(8);
	const bytes = BYTES[colour];
	if (depth !== 8 || bytes === undefined || interlaced !== 0) {
		throw new Error(`Not a screenshot: depth ${depth}, colour type ${colour}`);
	}
	const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
	const rows = unfiltered(inflateSync(Buffer.concat(data)), width * bytes, bytes);
	return { width, height, rgb: bytes === 3 ? rows : withoutAlpha(rows) };
}

/** Undoes the filter of each row, whose first byte names it. */
function unfiltered(data: Buffer, length: number, bytes: number): Buffer {
	const height = data.length / (length + 1);
	const rows = Buffer.alloc(height * length);
	for (let y = 0; y < height; y += 1) {
		const kind = data[y * (length + 1)];
		for (let n = 0; n < length; n += 1) {
			const at = y * length + n;
			const left = n < bytes ? 0 : rows[at - bytes];
			const up = y === 0 ? 0 : rows[at - length];
			const corner = n < bytes || y === 0 ? 0 : rows[at - length - bytes];
			rows[at] = data[at + y + 1] + guess(kind, left, up, corner);
		}
	}
	return rows;
}

/** What a filter guesses for a byte by its neighbours; PNG's specification numbers the filters. */
function guess(kind: number, left: number, up: number, corner: number): number {
	if (kind === 1) return left;
	if (kind === 2) return up;
	if (kind === 3) return (left + up) >> 1;
	return kind === 4 ? paeth(left, up, corner) : 0;
}

/** Of three neighbours the one nearest to left + up - corner. */
function paeth(left: number, up: number, corner: number): number {
	const [toLeft, toUp] = [Math.abs(up - corner), Math.abs(left - corner)];
	const toCorner = Math.abs(left + up - corner - corner);
	if (toLeft <= toUp && toLeft <= toCorner) return left;
	return toUp <= toCorner ? up : corner;
}

function withoutAlpha(rgba: Buffer): Buffer {
	const rgb = Buffer.alloc((rgba.length / 4) * 3);
	for (let at = 0, to = 0; at < rgba.length; at += 4, to += 3) rgba.copy(rgb, to, at, at + 3);
	return rgb;
}
