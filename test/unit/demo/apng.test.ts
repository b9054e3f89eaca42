import { crc32, deflateSync, inflateSync } from 'node:zlib';

import { animate } from '../../../demo/apng';
import { readPng, type Pixels } from '../../../demo/png';

/** Four by three pixels of one colour, with some of another. */
function picture(spots: ReadonlyArray<[x: number, y: number]> = []): Pixels {
	const [width, height] = [4, 3];
	const rgb = Buffer.alloc(width * height * 3, 10);
	for (const [x, y] of spots) rgb.fill(200, (y * width + x) * 3, (y * width + x + 1) * 3);
	return { width, height, rgb };
}

/** The chunks of a PNG, each with a checksum that is right. */
function chunksOf(file: Buffer): Array<{ type: string; content: Buffer }> {
	const chunks = [];
	for (let at = 8; at < file.length; ) {
		const length = file.readUInt32BE(at);
		const body = file.subarray(at + 4, at + 8 + length);
		expect(file.readUInt32BE(at + 8 + length)).toBe(crc32(body));
		chunks.push({ type: body.toString('latin1', 0, 4), content: body.subarray(4) });
		at += 12 + length;
	}
	return chunks;
}

describe('an animated PNG', () => {
	const frames = [
		{ picture: picture(), shownFor: 300 },
		{ picture: picture([[1, 1]]), shownFor: 200 },
		{ picture: picture([[1, 1]]), shownFor: 500 },
		{ picture: picture([[3, 2]]), shownFor: 2_000 },
	];
	const chunks = chunksOf(animate(frames));
	const ofType = (wanted: string) =>
		chunks.filter(({ type }) => type === wanted).map(({ content }) => content);

	it('shows its first picture where nothing moves', () => {
		expect(readPng(animate(frames))).toEqual(picture());
	});

	it('has its parts in the order that the format asks for, numbered one after the other', () => {
		expect(chunks.map(({ type }) => type)).toEqual(
			'IHDR acTL fcTL IDAT fcTL fdAT fcTL fdAT IEND'.split(' '),
		);
		const numbered = chunks.filter(({ type }) => /^f.AT$|fcTL/.test(type));
		expect(numbered.map(({ content }) => content.readUInt32BE(0))).toEqual([0, 1, 2, 3, 4]);
		expect(ofType('acTL')[0].readUInt32BE(0)).toBe(3);
	});

	it('holds what changed alone, and shows a picture without a change for longer', () => {
		const shown = ofType('fcTL').map((control) => ({
			area: [4, 8, 12, 16].map((at) => control.readUInt32BE(at)),
			seconds: control.readUInt16BE(20) / control.readUInt16BE(22),
		}));
		expect(shown).toEqual([
			{ area: [4, 3, 0, 0], seconds: 0.3 },
			{ area: [1, 1, 1, 1], seconds: 0.7 },
			{ area: [3, 2, 1, 1], seconds: 2 },
		]);
		const [spot] = ofType('fdAT');
		expect([...inflateSync(spot.subarray(4))].slice(1)).toEqual([200, 200, 200]);
	});

	it('needs a picture', () => expect(() => animate([])).toThrow('at least one picture'));
});

describe('reading a screenshot', () => {
	/** A PNG of two pixels a row whose rows, filter first, are given. */
	const png = (colour: number, rows: readonly number[][]): Buffer => {
		const chunk = (type: string, content: Buffer) => {
			const body = Buffer.concat([Buffer.from(type), content]);
			const numbers = Buffer.alloc(8);
			numbers.writeUInt32BE(content.length);
			numbers.writeUInt32BE(crc32(body), 4);
			return Buffer.concat([numbers.subarray(0, 4), body, numbers.subarray(4)]);
		};
		const header = Buffer.from([0, 0, 0, 2, 0, 0, 0, rows.length, 8, colour, 0, 0, 0]);
		const data = deflateSync(Buffer.from(rows.flat()));
		return Buffer.concat([Buffer.alloc(8), chunk('IHDR', header), chunk('IDAT', data)]);
	};

	it.each([
		['none', 0, [5, 6, 7, 8, 9, 10]],
		['left', 1, [5, 6, 7, 13, 15, 17]],
		['above', 2, [15, 26, 37, 18, 29, 40]],
		['average', 3, [10, 16, 22, 18, 27, 36]],
		['Paeth', 4, [15, 26, 37, 23, 35, 47]],
	])('undoes the filter "%s"', (_, kind, row) => {
		const first = [0, 10, 20, 30, 10, 20, 30];
		const { rgb } = readPng(png(2, [first, [kind, 5, 6, 7, 8, 9, 10]]));
		expect([...rgb.subarray(6)]).toEqual(row);
	});

	it('drops transparency', () => {
		const { rgb } = readPng(png(6, [[0, 1, 2, 3, 255, 4, 5, 6, 255]]));
		expect([...rgb]).toEqual([1, 2, 3, 4, 5, 6]);
	});

	it('refuses other colours', () => {
		expect(() => readPng(png(3, [[0, 1, 2]]))).toThrow('colour type 3');
	});
});
