import { sleepUnlessStopped } from '../run/sleep';
import type { Claims } from './claims';

/**
 * Milliseconds of a slot. A lock is a claim on a name with the number of the slot in it, so that
 * the lock of a process that dies ends by itself.
 */
const SLOT = 60_000;

/** Milliseconds into a slot in which the lock of the slot before may still be held. */
const GRACE = 20_000;

/** Milliseconds after which a lock counts no longer. Clocks may differ by what GRACE is longer. */
const LONGEST_HOLD = 10_000;

/** Milliseconds for which a process keeps the lock for what waits in the process itself. */
const SHARED_HOLD = 500;

/** Milliseconds after which a lock that others hold is given up: more than a dead process can block. */
const PATIENCE = 120_000;

const FIRST_PAUSE = 20;
const LONGEST_PAUSE = 400;

/** A piece of work that nobody else does at the same time, as one execution asks for it. */
export interface LockedWork<Result> {
	claims: Claims;
	/** Ends the wait for the lock. */
	stop: AbortSignal | undefined;
	work(): Promise<Result>;
	/** Told what goes wrong when the lock is released: it then ends by itself. */
	warn(error: unknown): void;
}

export interface Locked<Result> {
	result: Result;
	/** When the lock has been released, where this piece of work was the last to use it. */
	released: Promise<void>;
}

interface Waiting extends LockedWork<unknown> {
	done(result: unknown, released: Promise<void>): void;
	failed(error: unknown): void;
}

interface Hold {
	names: readonly string[];
	since: number;
}

/** What waits in this process, by the name of the lock. */
const lines = new Map<string, Waiting[]>();

/**
 * Does work that no other n8n process does at the same time under the same name.
 *
 * @throws what `work` throws; an error also where the lock could not be had, and where the work took
 *   so long that another process may have begun
 */
export async function whileLocked<Result>(
	name: string,
	asked: LockedWork<Result>,
): Promise<Locked<Result>> {
	return await new Promise((resolve, reject) => {
		const waiting: Waiting = {
			...asked,
			done: (result, released) => resolve({ result: result as Result, released }),
			failed: reject,
		};
		const line = lines.get(name);
		if (line !== undefined) line.push(waiting);
		else {
			const own = [waiting];
			lines.set(name, own);
			void workOff(name, own);
		}
	});
}

/** Serves a line to its end, with the lock for as many as wait at the time. */
async function workOff(name: string, line: Waiting[]): Promise<void> {
	for (let first = line[0]; first !== undefined; first = line[0]) {
		try {
			const hold = await acquire(name, first);
			await serve(line, hold);
		} catch (error) {
			line.splice(line.indexOf(first), 1);
			first.failed(error);
		}
	}
	lines.delete(name);
}

async function serve(line: Waiting[], hold: Hold): Promise<void> {
	for (let next = line.shift(); next !== undefined; ) {
		const current = next;
		const [result, problem] = await current.work().then(
			(value) => [value, undefined] as const,
			(error: unknown) => [undefined, { error }] as const,
		);
		const held = Date.now() - hold.since;
		next = held < SHARED_HOLD ? line.shift() : undefined;
		// While it waits for its result, what comes last is an execution that n8n still runs.
		const released = next === undefined ? release(current, hold) : Promise.resolve();
		if (problem !== undefined) current.failed(problem.error);
		else if (held < LONGEST_HOLD) current.done(result, released);
		else current.failed(new Error('n8n took too long to store it'));
		await released;
	}
}

async function acquire(name: string, { claims, stop }: Waiting): Promise<Hold> {
	const begin = Date.now();
	for (let pause = FIRST_PAUSE; ; pause = Math.min(2 * pause, LONGEST_PAUSE)) {
		const since = Date.now();
		const hold = { names: namesAt(name, since), since };
		if (await claimAll(claims, hold.names)) return hold;
		if (Date.now() - begin > PATIENCE) throw new Error('other executions are using the keys');
		if (!(await sleepUnlessStopped(pause * (0.5 + Math.random()), stop))) {
			throw new Error('the execution was stopped');
		}
	}
}

/** What has to be claimed at a time. Early in a slot, also the lock of the slot before. */
function namesAt(name: string, time: number): string[] {
	const slot = Math.floor(time / SLOT);
	const slots = time - slot * SLOT < GRACE ? [slot - 1, slot] : [slot];
	return slots.map((each) => `${name}:${each}`);
}

/** @returns whether all were free; if not, none is claimed */
async function claimAll(claims: Claims, names: readonly string[]): Promise<boolean> {
	const own: string[] = [];
	for (const name of names) {
		const isFree = await claims.take(name).catch(async (error: unknown) => {
			await dropAll(claims, own);
			throw error;
		});
		if (!isFree) {
			await dropAll(claims, own);
			return false;
		}
		own.push(name);
	}
	return true;
}

async function dropAll(claims: Claims, names: readonly string[]): Promise<void> {
	for (const name of names) await claims.drop(name);
}

async function release({ claims, warn }: Waiting, { names }: Hold): Promise<void> {
	await dropAll(claims, names).catch(warn);
}
