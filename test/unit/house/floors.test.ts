import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

const ROOT = resolve(__dirname, '../../..');

/** The house from the ground up: a file may import from its own floor and those below. */
const FLOORS: Array<[name: string, holds: RegExp]> = [
	['kernel (pure)', /^kernel\/(http|input|delivery|sms)\//],
	['kernel: fields', /^kernel\/n8n\/fields\//],
	['kernel: run', /^kernel\/n8n\/run\//],
	['kernel: dispatch', /^kernel\/n8n\/dispatch\//],
	['kernel: kinds, trigger, approval', /^kernel\/n8n\/(kinds|trigger|approval)\//],
	['kernel: its face', /^kernel\/(index|profile|trigger)\.ts$/],
	['api', /^nodes\/Trackly\/api\//],
	['fields', /^nodes\/Trackly\/(fields\/|client\.ts$)/],
	['operations', /^nodes\/Trackly\/operations\//],
	['methods and trigger', /^nodes\/Trackly\/(methods|trigger|events)\//],
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

	it('nothing goes in circles', () => {
		const done = new Set<string>();
		const circles: string[] = [];
		const visit = (file: string, path: string[]) => {
			if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file].join(' > '));
			else if (!done.has(file)) {
				for (const link of importsOf(file)) {
					const next = fileOf(link);
					if (next !== undefined) visit(next, [...path, file]);
				}
				done.add(file);
			}
		};
		for (const file of files) visit(file, []);
		expect(circles).toEqual([]);
	});

	it('no source file is longer than some 300 lines', () => {
		const long = [...files].filter(
			(file) => readFileSync(join(ROOT, file), 'utf8').split('\n').length > 310,
		);
		expect(long).toEqual([]);
	});
});
