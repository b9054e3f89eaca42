import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

import { packagesOf } from '../../../scripts/packages';

const ROOT = resolve(__dirname, '../../..');

/** A place in any of the packages, the root or below `packages/`. */
const inPackage = (place: string) => new RegExp(`^(packages/[\\w-]+/)?${place}`);

/** The house from the ground up: a file may import from its own floor and those below. */
const FLOORS: Array<[name: string, holds: RegExp]> = [
	['kernel (pure)', /^kernel\/((http|input|delivery|sms)\/|profile\.ts$)/],
	['kernel: fields', /^kernel\/n8n\/fields\//],
	['kernel: run', /^kernel\/n8n\/run\//],
	['kernel: dispatch', /^kernel\/n8n\/dispatch\//],
	['kernel: kinds, trigger, approval', /^kernel\/n8n\/(kinds|trigger|approval)\//],
	['kernel: its faces', /^kernel\/(index|poll|trigger)\.ts$/],
	['api', inPackage('nodes/\\w+/api/')],
	['profile', inPackage('nodes/\\w+/profile\\.ts$')],
	['pickers', inPackage('nodes/\\w+/pickers/')],
	['fields', inPackage('nodes/\\w+/fields/')],
	['operations', inPackage('nodes/\\w+/operations/')],
	['events and trigger', inPackage('nodes/\\w+/(events|trigger)/')],
	['nodes and credentials', inPackage('(nodes/\\w+/(settings|\\w+\\.node)\\.ts$|credentials/)')],
	['package', inPackage('index\\.ts$')],
];

const floorOf = (file: string) => FLOORS.findIndex(([, holds]) => holds.test(file));

function filesBelow(folder: string): string[] {
	if (!existsSync(join(ROOT, folder))) return [];
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

const packages = packagesOf();

/** Files of a package's folders. */
const filesOf = (place: string, ...folders: string[]) =>
	folders.flatMap((folder) => filesBelow(join(place, folder)));

const ofPackages = packages.flatMap(({ place }) => [
	...filesOf(place, 'nodes', 'credentials'),
	join(place, 'index.ts'),
]);
const ofSandboxes = packages.flatMap(({ place }) => filesOf(place, 'sandbox'));
const published = [...filesBelow('kernel'), ...ofPackages];
const files = new Set([...published, ...ofSandboxes]);
const fileOf = ({ to }: Import) => [`${to}.ts`, `${to}/index.ts`].find((path) => files.has(path));

/** The folder of the package that a file is in: `.` for the root's. */
const packageOf = (file: string) => /^packages\/[^/]+/.exec(file)?.[0] ?? '.';

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
		const wrong = ofPackages
			.flatMap(importsOf)
			.filter(({ to }) => to.startsWith('kernel/') && !/^kernel\/(poll|trigger)$/.test(to));
		expect(wrong).toEqual([]);
	});

	it('a package imports the kernel and what it is made of, never another package', () => {
		const wrong = ofPackages
			.flatMap(importsOf)
			.filter(({ inside, to }) => inside && !/^kernel(\/|$)/.test(to))
			.filter(({ from, to }) => packageOf(from) !== packageOf(to));
		expect(wrong).toEqual([]);
	});

	it('a sandbox is built from the contract alone, so that it can disagree with the node', () => {
		const wrong = ofSandboxes
			.flatMap(importsOf)
			.filter(({ inside }) => inside)
			.filter(({ from, to }) => {
				const allowed = [join(packageOf(from), 'sandbox'), 'sandbox/core'];
				return !allowed.some((place) => `${to}/`.startsWith(`${place}/`));
			});
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
			...packages.flatMap(({ place }) => filesOf(place, 'test/kit')),
			...filesBelow('host'),
			...filesBelow('scripts'),
		]
			.filter((file) => !file.includes('.generated/'))
			.filter((file) => readFileSync(join(ROOT, file), 'utf8').trimEnd().split('\n').length > 300);
		expect(long).toEqual([]);
	});

	// `n8n-nodes-political-comms` is about Political Comms, in code politicalComms.
	const apis = packages.map(({ manifest }) => {
		const words = manifest.name.replace('n8n-nodes-', '').split('-');
		return new RegExp(`(?<![a-z])${words.join('[-_ ]?')}`, 'i');
	});
	const namesAnApi = (text: string) => {
		const apart = text.replace(/([a-z])([A-Z])/g, '$1 $2');
		return apis.some((api) => api.test(apart));
	};

	it.each(['kernel', 'sandbox/core'])('%s names no API', (folder) => {
		const named = readdirSync(join(ROOT, folder), { withFileTypes: true, recursive: true })
			.filter((entry) => entry.isFile())
			.map((entry) => join(entry.parentPath, entry.name))
			.filter((file) => namesAnApi(relative(ROOT, file) + readFileSync(file, 'latin1')))
			.map((file) => relative(ROOT, file));
		expect(named).toEqual([]);
	});

	it.each(['useTrackly', 'TRACKLY_HOST', 'in Political Comms', 'politicalComms', 'x-trackly-a'])(
		'%s is the name of an API',
		(text) => expect(namesAnApi(text)).toBe(true),
	);
});
