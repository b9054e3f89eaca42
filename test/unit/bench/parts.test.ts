import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import type { Execution } from '../../../host/n8n';
import { partsOf, printParts, type Parts } from '../../bench/parts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'trackly-parts-'));
afterAll(() => rmSync(folder, { recursive: true }));

const START = 1_000_000;

/** @param spans from and to, in milliseconds after the node began */
function parts(total: number, spans: Array<[what: string, start: number, end: number]>): Parts {
	const file = path.join(folder, 'spans');
	const lines = spans.map(([what, from, to]) => JSON.stringify([what, START + from, START + to]));
	writeFileSync(file, `${lines.join('\n')}\n`);
	const run = { startTime: START, executionTime: total };
	const execution = { data: { resultData: { runData: { Texts: [run] } } } };
	return partsOf(execution as unknown as Execution, 'Texts', file);
}

describe('where the time of a node went', () => {
	it('is told apart, with everything that is left', () => {
		const { total, of } = parts(1_000, [
			['POST', -200, -100], // of another run
			['GET', 100, 130],
			['keys', 140, 160],
			['POST', 160, 200],
			['keys', 210, 230],
			['POST', 235, 275],
			['keys', 575, 600],
		]);
		expect(of).toEqual({
			'items read and checked': 100,
			'opt-outs looked up': 30,
			"keys written to n8n's list": 40,
			'requests under way': 80,
			'pause until the list has settled': 300,
			'list of keys checked once more': 25,
			'everything else': 425,
		});
		expect(Object.values(of).reduce((sum, part) => sum + part)).toBe(total);
	});

	it('counts the time of requests side by side once', () => {
		const { of } = parts(200, [
			['POST', 10, 60],
			['POST', 20, 50],
			['POST', 55, 90],
			['POST', 100, 110],
		]);
		expect(of).toMatchObject({ 'requests under way': 90, 'pause until the list has settled': 0 });
	});

	it('is shown of the median run, a column for each way', () => {
		const lines: string[] = [];
		const run = (total: number): Parts => ({ total, of: { work: total / 2 } });
		printParts({ one: [run(30), run(10), run(20)], two: [run(2_000)] }, (each) => lines.push(each));
		expect(lines.map((each) => each.trim().split(/\s{2,}/))).toEqual([
			['ms of the median run', 'one', 'two'],
			['work', '10', '1000'],
			['in all', '20', '2000'],
		]);
	});
});
