import { readFileSync } from 'node:fs';
import path from 'node:path';

import { nodeRuns, type Execution } from '../../host/n8n';
import type { Print } from './figure';

/** What an n8n has to be started with so that {@link partsOf} can tell where its time went. */
export function watching(file: string): Record<string, string> {
	return { NODE_OPTIONS: `--require ${path.join(__dirname, 'watch.cjs')}`, BENCH_SPANS: file };
}

/** When something was under way for a node, in milliseconds since 1970. */
interface Span {
	what: string;
	start: number;
	end: number;
}

/** Milliseconds that a node took, and what they went to, in the order in which it happens. */
export interface Parts {
	total: number;
	of: Record<string, number>;
}

/** Where the time of a node's run went, by what was noted in `file`. */
export function partsOf(execution: Execution, name: string, file: string): Parts {
	const [{ startTime, executionTime: total }] = nodeRuns(execution, name);
	const spans = readSpans(file).filter(
		({ start, end }) => start >= startTime - 1 && end <= startTime + total + 1,
	);
	const requests = spans.filter(({ what }) => what === 'POST');
	const keys = spans.filter(({ what }) => what === 'keys');
	const sent = Math.max(...requests.map(({ end }) => end));
	const last = keys.filter(({ start }) => start > sent);
	const first = Math.min(...spans.map(({ start }) => start));
	const of = {
		'items read and checked': first - startTime,
		'opt-outs looked up': lengthOf(spans.filter(({ what }) => what === 'GET')),
		"keys written to n8n's list": lengthOf(keys.filter(({ start }) => start <= sent)),
		'requests under way': lengthOf(requests),
		'pause until the list has settled': last.length === 0 ? 0 : last[0].start - sent,
		'list of keys checked once more': lengthOf(last),
	};
	const rest = total - Object.values(of).reduce((sum, part) => sum + part, 0);
	return { total, of: { ...of, 'everything else': rest } };
}

function readSpans(file: string): Span[] {
	const lines = readFileSync(file, 'utf8').trim().split('\n');
	const spans = lines.map((line) => {
		const [what, start, end] = JSON.parse(line) as [string, number, number];
		return { what, start, end };
	});
	return spans.sort((one, other) => one.start - other.start);
}

/** Milliseconds in which at least one of them was under way. */
function lengthOf(spans: readonly Span[]): number {
	let length = 0;
	let until = -Infinity;
	for (const { start, end } of spans) {
		length += Math.max(0, end - Math.max(start, until));
		until = Math.max(until, end);
	}
	return length;
}

/** Prints the parts of the median of some runs, a column for each way of doing it. */
export function printParts(ways: Readonly<Record<string, Parts[]>>, print: Print): void {
	const medians = Object.values(ways).map(medianRun);
	const line = (label: string, cells: readonly string[]) =>
		print(`  ${label.padEnd(34)}${cells.map((cell) => cell.padStart(9)).join('')}`);
	line('ms of the median run', Object.keys(ways));
	for (const part of Object.keys(medians[0].of)) {
		line(
			part,
			medians.map(({ of }) => of[part].toFixed(0)),
		);
	}
	line(
		'in all',
		medians.map(({ total }) => total.toFixed(0)),
	);
}

function medianRun(runs: readonly Parts[]): Parts {
	return [...runs].sort((one, other) => one.total - other.total)[Math.floor(runs.length / 2)];
}
