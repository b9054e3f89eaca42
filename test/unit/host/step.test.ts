import os from 'node:os';

import { runStep } from '../../../host/step';

describe('a long step of the installation', () => {
	const step = (script: string, lines: string[]) =>
		runStep({
			title: 'Packages',
			command: process.execPath,
			args: ['--eval', script],
			cwd: os.tmpdir(),
			log: (line) => lines.push(line),
			progress: () => '3 of 7',
		});

	it('says that it is done, how long it took and how far it came', async () => {
		const lines: string[] = [];
		await step('', lines);
		expect(lines.at(-1)).toMatch(/Packages: 3 of 7, \d+ s, done/);
	});

	it('shows the end of its output when it fails', async () => {
		const script = 'for (let i = 0; i < 99; i++) console.error(`line ${i}`); process.exit(3)';
		const failure = await step(script, []).catch((error: Error) => error.message);
		expect(failure).toContain('ended with code 3');
		expect(failure).toContain('line 98');
		expect(failure).not.toContain('line 5\n');
	});

	it('names a command that is not there', async () => {
		const missing = runStep({
			title: 'Packages',
			command: 'no-such-command',
			args: [],
			cwd: os.tmpdir(),
			log: () => {},
		});
		await expect(missing).rejects.toThrow('no-such-command');
	});
});
