import { crc32, deflateSync } from 'node:zlib';

import type { Pixels } from './png';

/** One picture of a moving one. */
export interface Frame {
	picture: Pixels;
	/** For how long it is shown, in milliseconds; at most 65 seconds. */
	shownFor: number;
}

/** A part of a picture, in pixels from its upper left corner. */
interface Area {
	x: number;
	y: number;
	width: number;
	height: number;
}

const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');
const TRUECOLOUR = 2;
const BYTES = 3; // a pixel
const FOREVER = 0;

/**
 * Makes an animated PNG, which repeats forever, of pictures of one size. Of each picture it holds
 * only the rectangle that changed; a picture without a change lengthens the one before.
 *
 * @throws Error when there is no picture
 */
export function animate(frames: readonly Frame[]): Buffer {
	const [first] = frames;
	if (first === undefined) throw new Error('A moving picture needs at least one picture');
	const { width, height } = first.picture;
	const steps = [{ area: { x: 0, y: 0, width, height }, ...first }];
	for (const frame of frames.slice(1)) {
		const last = steps[steps.length - 1];
		const area = changed(last.picture, frame.picture);
		if (area) steps.push({ area, ...frame });
		else last.shownFor += frame.shownFor;
	}

	let sequence = 0;
	const number = () => uint32(sequence++);
	const parts = steps.flatMap(({ area, picture, shownFor }, n) => {
		const control = chunk('fcTL', number(), controlOf(area, shownFor));
		const data = packed(picture, area);
		return [control, n === 0 ? chunk('IDAT', data) : chunk('fdAT', number(), data)];
	});
	const header = Buffer.from([8, TRUECOLOUR, 0, 0, 0]);
	return Buffer.concat([
		SIGNATURE,
		chunk('IHDR', uint32(width), uint32(height), header),
		chunk('acTL', uint32(steps.length), uint32(FOREVER)),
		...parts,
		chunk('IEND'),
	]);
}

/** The smallest rectangle outside which two pictures are the same; none when all of them is. */
function changed(before: Pixels, after: Pixels): Area | undefined {
	const { width, height } = after;
	let [left, right, top, bottom] = [width, -1, height, -1];
	for (let y = 0; y < height; y += 1) {
		const start = y * width * BYTES;
		const end = start + width * BYTES;
		if (before.rgb.compare(after.rgb, start, end, start, end) === 0) continue;
		top = Math.min(top, y);
		bottom = y;
		const differs = (x: number) =>
			[0, 1, 2].some((n) => before.rgb[start + x * BYTES + n] !== after.rgb[start + x * BYTES + n]);
		let [from, to] = [0, width - 1];
		while (!differs(from)) from += 1;
		while (!differs(to)) to -= 1;
		left = Math.min(left, from);
		right = Math.max(right, to);
	}
	if (bottom === -1) return undefined;
	return { x: left, y: top, width: right - left + 1, height: bottom - top + 1 };
}

/** The pixels of an area, each row filtered the way that promises to become smallest. */
function packed({ rgb, width }: Pixels, area: Area): Buffer {
	const length = area.width * BYTES;
	const rowAt = (y: number) => {
		const start = ((area.y + y) * width + area.x) * BYTES;
		return rgb.subarray(start, start + length);
	};
	let above: Buffer = Buffer.alloc(length);
	const rows = Array.from({ length: area.height }, (_, y) => {
		const row = rowAt(y);
		const candidates = [filtered(0, row, () => 0), filtered(2, row, (n) => above[n])];
		candidates.push(filtered(1, row, (n) => row[n - BYTES] ?? 0));
		above = row;
		return candidates.reduce((best, each) => (weight(each) < weight(best) ? each : best));
	});
	return deflateSync(Buffer.concat(rows), { level: 9 });
}

function filtered(kind: number, row: Buffer, guess: (n: number) => number): Buffer {
	const line = Buffer.alloc(row.length + 1, kind);
	for (let n = 0; n < row.length; n += 1) line[n + 1] = (row[n] - guess(n)) & 255;
	return line;
}

/** How far a row is from zeros, which is what PNG's authors advise to go by. */
function weight(line: Buffer): number {
	let sum = 0;
	for (let n = 1; n < line.length; n += 1) sum += line[n] < 128 ? line[n] : 256 - line[n];
	return sum;
}

/** An area stays as it is until the next one replaces its part of it. */
function controlOf({ x, y, width, height }: Area, shownFor: number): Buffer {
	const delay = Buffer.from([shownFor >> 8, shownFor & 255, 1_000 >> 8, 1_000 & 255]);
	return Buffer.concat([...[width, height, x, y].map(uint32), delay, Buffer.from([0, 0])]);
}

function chunk(type: string, ...parts: Buffer[]): Buffer {
	const body = Buffer.concat([Buffer.from(type, 'latin1'), ...parts]);
	return Buffer.concat([uint32(body.length - type.length), body, uint32(crc32(body))]);
}

function uint32(value: number): Buffer {
	const bytes = Buffer.alloc(4);
	bytes.writeUInt32BE(value);
	return bytes;
}
