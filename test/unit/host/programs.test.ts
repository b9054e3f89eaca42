import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { findQueuePrograms } from '../../../host/programs';

let folder: string;
beforeEach(() => {
	folder = mkdtempSync(path.join(os.tmpdir(), 'trackly-programs-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const put = (name: string, mode = 0o755) => {
	writeFileSync(path.join(folder, name), '');
	chmodSync(path.join(folder, name), mode);
};
const inFolder = () => findQueuePrograms({ PATH: ['/nowhere', folder].join(path.delimiter) });

describe('the programs of queue mode', () => {
	it('are found in the PATH', () => {
		for (const name of ['redis-server', 'initdb', 'pg_isready', 'postgres']) put(name);
		expect(inFolder()).toEqual({
			redis: path.join(folder, 'redis-server'),
			postgresFolder: folder,
		});
	});

	it('are named when they are missing, or are there but not to be run', () => {
		put('redis-server', 0o644);
		expect(inFolder()).toMatchObject({ missing: expect.arrayContaining(['redis-server']) });
	});
});
