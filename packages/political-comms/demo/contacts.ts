import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Contacts with a valid number in the file. */
export const CONTACTS = 1_000;

const AREA_CODES = [201, 203, 205, 206, 207, 208, 209, 210, 212, 213];
const NAMES = [
	'Noor',
	'Mateo',
	'Ingrid',
	'Kwame',
	'Yuki',
	'Amara',
	'Luca',
	'Zofia',
	'Ravi',
	'Hana',
];
const CITIES = ['Springfield', 'Riverside', 'Fairview', 'Georgetown'];

/** An invented person of the file, by their number in it. */
function contactOf(index: number): string {
	// 555-0100 to 555-0199 are reserved for fiction in every area code.
	const phone = `${AREA_CODES[Math.floor(index / 100)]}-555-0${100 + (index % 100)}`;
	return [NAMES[index % NAMES.length], CITIES[index % CITIES.length], phone].join(',');
}

/** A file as people have them: a thousand contacts, one of them twice, and two that are none. */
export function contactsFile(): string {
	const contacts = Array.from({ length: CONTACTS }, (_, index) => contactOf(index));
	const mistakes = [contacts[0], 'Ada,Fairview,none', 'Sam,Riverside,555-0100'];
	return ['First,City,Mobile', ...contacts, ...mistakes].map((line) => `${line}\n`).join('');
}

/** The file at an address of its own, for the account to fetch. */
export interface ServedFile {
	url: string;
	stop(): void;
}

/** Serves a CSV file on loopback, on any free port. */
export async function serveFile(text: string): Promise<ServedFile> {
	const server = createServer((_, response) => {
		response.setHeader('Content-Type', 'text/csv');
		response.end(text);
	});
	await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/volunteers.csv`,
		stop: () => {
			server.close();
			server.closeAllConnections();
		},
	};
}
