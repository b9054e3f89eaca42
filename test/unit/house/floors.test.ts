import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

const ROOT = resolve(__dirname, '../../..');

/** The house from the ground up: a file may import from its own floor and those below. */
const FLOORS: Array<[name: string, holds: RegExp]> = [
	['kernel (pure)', /^kernel\/((http|input|delivery|sms)\/|profile\.ts$)/],
	['kernel: fields', /^kernel\/n8n\/fields\//],
	['kernel: run', /^kernel\/n8n\/run\//],
	['kernel: dispatch', /^kernel\/n8n\/dispatch\//],
	['kernel: kinds, trigger, approval', /^kernel\/n8n\/(kinds|trigger|approval)\//],
	['kernel: its faces', /^kernel\/(index|trigger)\.ts$/],
	['api', /^nodes\/Trackly\/api\//],
	['profile', /^nodes\/Trackly\/profile\.ts$/],
	['pickers', /^nodes\/Trackly\/pickers\//],
	['fields', /^nodes\/Trackly\/fields\//],
	['operations', /^nodes\/Trackly\/operations\//],
	['events and trigger', /^nodes\/Trackly\/(events|trigger)\//],
	['nodes and credentials', /^(nodes\/Trackly\/(settings|\w+\.node)\.ts$|credentials\/)/],
	['package', /^index\.ts$/],
];

const floorOf = (file: string) => FLOORS.findIndex(([, holds]) => holds.test(file));

function filesBelow(folder: string): string[] {
	return readdirSync(join(ROOT, folder), { withFileTypes: true, recursive: true })
		.filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
		.map((entry) => relative(ROOT, join(entry.parentPath, entry.name)));
}

interface Import {
	from: string;
	/** Path in this project without `.ts`, or the name of a package. */
	to: string;
	inside: boolean;
}

function importsOf(file: string): Import[] {
	const source = readFileSync(join(ROOT, file), 'utf8');
	return [...source.matchAll(/(?:from|import)\s+'([^']+)'/g)].map(([, target]) => {
		const inside = target.startsWith('.');
		const to = inside ? relative(ROOT, resolve(ROOT, dirname(file), target)) : target;
		return { from: file, to, inside };
	});
}

const published = [
	...filesBelow('kernel'),
	...filesBelow('nodes'),
	...filesBelow('credentials'),
	'index.ts',
];
const files = new Set([...published, ...filesBelow('sandbox')]);
const fileOf = ({ to }: Import) => [`${to}.ts`, `${to}/index.ts`].find((path) => files.has(path));

const chains = new Map<string, string[]>();

/** The longest way down from a file. */
function chainFrom(file: string, above: readonly string[] = []): string[] {
	const known = chains.get(file);
	if (known !== undefined) return known;
	if (above.includes(file)) throw new Error(`in a circle: ${[...above, file].join(' > ')}`);
	const below = importsOf(file)
		.flatMap((link) => fileOf(link) ?? [])
		.map((next) => chainFrom(next, [...above, file]));
	const longest = below.reduce((one, other) => (one.length < other.length ? other : one), []);
	const chain = [file, ...longest];
	chains.set(file, chain);
	return chain;
}

describe('the floors of the house', () => {
	it('every published file stands on a floor', () => {
		expect(published.filter((file) => floorOf(file) === -1)).toEqual([]);
	});

	it('imports only point down', () => {
		const wrong = published
			.flatMap(importsOf)
			.filter(({ inside }) => inside)
			.filter((link) => floorOf(fileOf(link) ?? '') > floorOf(link.from) || !fileOf(link));
		expect(wrong).toEqual([]);
	});

	it('the pure kernel knows nothing of n8n', () => {
		const wrong = published
			.filter((file) => floorOf(file) === 0)
			.flatMap(importsOf)
			.filter(({ to }) => to === 'n8n-workflow' || to.startsWith('kernel/n8n'));
		expect(wrong).toEqual([]);
	});

	it('nodes and credentials import nothing deeper than the faces of the kernel', () => {
		const wrong = published
			.filter((file) => !file.startsWith('kernel/'))
			.flatMap(importsOf)
			.filter(({ to }) => to.startsWith('kernel/') && to !== 'kernel/trigger');
		expect(wrong).toEqual([]);
	});

	it('the sandbox is built from the contract alone, so that it can disagree with the node', () => {
		const wrong = filesBelow('sandbox')
			.flatMap(importsOf)
			.filter(({ inside, to }) => inside && !to.startsWith('sandbox/'));
		expect(wrong).toEqual([]);
	});

	// `chainFrom` throws at a circle.
	it('nothing goes in circles', () => {
		for (const file of files) expect(chainFrom(file)[0]).toBe(file);
	});

	it('the kernel has eight floors at most, by its files and with imports of types', () => {
		const tall = [...files]
			.filter((file) => file.startsWith('kernel/'))
			.map((file) => chainFrom(file))
			.filter(({ length }) => length > 8);
		expect(tall).toEqual([]);
	});

	it('no file is longer than 300 lines', () => {
		const long = [
			...files,
			...filesBelow('test/kit'),
			...filesBelow('host'),
			...filesBelow('scripts'),
		]
			.filter((file) => !file.includes('.generated/'))
			.filter((file) => readFileSync(join(ROOT, file), 'utf8').trimEnd().split('\n').length > 300);
		expect(long).toEqual([]);
	});

	it.each(['kernel', 'sandbox/core'])('%s names no API', (folder) => {
		const named = readdirSync(join(ROOT, folder), { withFileTypes: true, recursive: true })
			.filter((entry) => entry.isFile())
			.map((entry) => join(entry.parentPath, entry.name))
			.filter((file) => /trackly/i.test(file.slice(ROOT.length) + readFileSync(file, 'latin1')))
			.map((file) => relative(ROOT, file));
		expect(named).toEqual([]);
	});
});
