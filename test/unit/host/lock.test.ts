import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { isAlive, withLock } from '../../../host/lock';

describe('the lock on an installation', () => {
	let folder: string;
	let file: string;
	beforeEach(() => {
		folder = mkdtempSync(path.join(os.tmpdir(), 'trackly-lock-'));
		file = path.join(folder, 'lock');
	});
	afterEach(() => rmSync(folder, { recursive: true, force: true }));

	/** Id of a process that has ended. */
	const deadPid = () => spawnSync(process.execPath, ['--version']).pid;

	it('is held during the work and gone after it', async () => {
		const held = await withLock(file, async () => readFileSync(file, 'utf8'));
		expect(held).toBe(String(process.pid));
		expect(readdirSync(folder)).toEqual([]);
	});

	it('is gone after work that failed', async () => {
		const work = withLock(file, () => Promise.reject(new Error('no space left')));
		await expect(work).rejects.toThrow('no space left');
		expect(existsSync(file)).toBe(false);
	});

	it('is taken over from a process that is gone', async () => {
		writeFileSync(file, String(deadPid()));
		await expect(withLock(file, async () => 'done')).resolves.toBe('done');
		expect(readdirSync(folder)).toEqual([]);
	});

	it('makes others wait, and tells them for whom', async () => {
		const events: string[] = [];
		let release = () => {};
		const released = new Promise<void>((done) => (release = done));
		const first = withLock(file, () => released);
		const second = withLock(
			file,
			async () => events.push('second works'),
			(pid) => {
				events.push(`waiting for ${pid === process.pid ? 'the first' : pid}`);
				release();
			},
		);
		await Promise.all([first, second]);
		expect(events).toEqual(['waiting for the first', 'second works']);
	});

	it('knows the living from the dead', () => {
		expect(isAlive(process.pid)).toBe(true);
		expect(isAlive(deadPid())).toBe(false);
	});
});
