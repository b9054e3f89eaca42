import { byteStream } from '../../../../../kernel/n8n/run/byteStream';

async function* pieces(count: number, fails = false): AsyncGenerator<string> {
	for (let index = 0; index < count; index++) {
		made++;
		yield `${index} `.padEnd(10_000, '.');
	}
	if (fails) throw new Error('page 7 failed');
}

let made = 0;
beforeEach(() => {
	made = 0;
});

it('a stream gives every piece, in order, and is no faster than who reads it', async () => {
	let text = '';
	let most = 0;
	for await (const chunk of byteStream(pieces(500))) {
		text += String(chunk);
		most = Math.max(most, made - Math.floor(text.length / 10_000));
	}
	expect(text).toHaveLength(5_000_000);
	expect(text.match(/\d+ /g)?.map(Number)).toEqual(
		Array.from({ length: 500 }, (_, index) => index),
	);
	expect(most).toBeLessThan(50);
});

it('what fails while it is made fails who reads it', async () => {
	const read = async () => {
		for await (const chunk of byteStream(pieces(3, true))) void chunk;
	};
	await expect(read()).rejects.toThrow('page 7 failed');
});

it('who ends reading ends the making', async () => {
	for await (const chunk of byteStream(pieces(100_000))) {
		expect(chunk).toBeDefined();
		break;
	}
	const before = made;
	await new Promise(setImmediate);
	await new Promise(setImmediate);
	expect(made - before).toBeLessThanOrEqual(1);
});
