import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.resolve(__dirname, '../../..');
const read = (name: string) => readFileSync(path.join(ROOT, name), 'utf8');
const { author } = JSON.parse(read('package.json')) as { author: { email: string } };

/** Files that the build makes. */
const BUILT = 'dist/';

describe('SECURITY.md', () => {
	const rows = read('SECURITY.md')
		.split('\n')
		.filter((line) => line.startsWith('| **'));
	const pathsIn = (text: string) =>
		[...text.matchAll(/`([\w.]+\/[^`]+)`/g)].map(([, found]) => found);

	it.each(rows.map((row) => [row.split('**')[1], row]))('%s: what it names exists', (_, row) => {
		const [, protection, shownBy] = row.split(' | ');
		const files = [...pathsIn(protection), ...pathsIn(shownBy)];
		expect(pathsIn(protection)).not.toEqual([]);
		expect(pathsIn(shownBy).filter((file) => !file.endsWith('.test.ts'))).toEqual([]);
		expect(pathsIn(shownBy)).not.toEqual([]);
		const missing = files.filter(
			(file) => !file.startsWith(BUILT) && !existsSync(path.join(ROOT, file)),
		);
		expect(missing).toEqual([]);
	});

	it("names the author's address", () => expect(read('SECURITY.md')).toContain(author.email));
});

it('CODE_OF_CONDUCT.md leaves the address to SECURITY.md, so that it stands in one page', () => {
	expect(read('CODE_OF_CONDUCT.md')).toContain('](SECURITY.md#report-a-problem)');
	expect(read('CODE_OF_CONDUCT.md')).not.toContain('@');
});
