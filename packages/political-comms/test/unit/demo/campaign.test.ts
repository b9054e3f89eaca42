import { isDeepStrictEqual } from 'node:util';

import { CONTACTS, contactsFile, serveFile } from '../../../demo/contacts';
import { listToReport, readExample } from '../../../demo/examples';

describe('the file of the demo', () => {
	const [header, ...rows] = contactsFile().trimEnd().split('\n');
	const phoneOf = (row: string) => row.split(',')[2];

	it('has a thousand numbers of fiction, one of them twice, and two rows without one', () => {
		expect(header).toBe('First,City,Mobile');
		const good = rows.map(phoneOf).filter((phone) => /^\d{3}-555-01\d\d$/.test(phone));
		expect([new Set(good).size, good.length]).toEqual([CONTACTS, CONTACTS + 1]);
		expect(rows).toHaveLength(CONTACTS + 3);
	});

	it('is served as it is', async () => {
		const file = await serveFile(contactsFile());
		try {
			expect(await (await fetch(file.url)).text()).toBe(contactsFile());
		} finally {
			file.stop();
		}
	});
});

it('the demo runs the first example as it is, but for its file and its approval', () => {
	const url = 'http://127.0.0.1:1/volunteers.csv';
	const { nodes, pinData, ...others } = listToReport(url);
	const example = readExample('list-to-report');
	expect(others).toMatchObject({ name: example.name, connections: example.connections });
	const parametersOf = ({ name, parameters }: (typeof nodes)[number]) => [name, parameters];
	const changed = nodes.filter((node, index) => !isDeepStrictEqual(node, example.nodes[index]));
	expect(changed.map(parametersOf)).toEqual([
		['Import Contacts', expect.objectContaining({ sourceUrl: url })],
	]);
	expect(Object.keys(pinData ?? {})).toEqual([
		...Object.keys(example.pinData ?? {}),
		'Ask for Approval',
	]);
});
