import type fc from 'fast-check';
import type { IExecuteFunctions } from 'n8n-workflow';

import type { KeySettings } from '../../../../../kernel/n8n/dispatch/idempotencyKeys';
import { ProcessedStore } from '../../../../kit/processedStore';
import { runSubWorkflow } from '../../../../kit/subWorkflow';

type Kernel = typeof import('../../../../../kernel/n8n/dispatch/idempotencyKeys') &
	typeof import('../../../../../kernel/n8n/dispatch/sharedLock');

/** Some n8n processes on one database, of which a scheduler says who does the next step. */
export interface Processes {
	store: ProcessedStore;
	all: readonly Process[];
}

/** One n8n process with the package loaded in it. */
export interface Process extends Kernel {
	/** Milliseconds by which its clock is ahead. */
	clock: number;
	/** From this step on, counted from 1, it does nothing any more. */
	diesAt: number;
	steps: number;
	/** What n8n hands the node in an execution of this process. */
	context(): IExecuteFunctions;
}

/** Real time in the world of the test, in milliseconds. */
let time = 0;
/** The process that is doing something. */
let current: Process | undefined;

/** What the mock of `Date.now` returns: the clock of the process that asks. */
export const now = () => time + (current?.clock ?? 0);

/** What a process waits for, as `sleepUnlessStopped`. */
export let sleep: (milliseconds: number) => Promise<boolean> = async () => true;

export const SETTINGS: KeySettings = {
	id: 'things',
	subject: 'text',
	scope: 'node',
	historySize: 100,
	keysOfRun: 10,
	strict: true,
};

/**
 * @param stepMs time that passes with each step of any process
 * @param second of the minute at which they begin
 */
export function startProcesses(
	scheduler: fc.Scheduler,
	count: number,
	stepMs: number,
	traits: Array<Partial<Pick<Process, 'clock' | 'diesAt'>>> = [],
	second = 30,
): Processes {
	time = Date.UTC(2026, 10, 28) + second * 1_000;
	const store = new ProcessedStore();
	const step = async (process: Process, pause = 0) => {
		const due = time + pause;
		await scheduler.schedule(Promise.resolve(), `step of process ${all.indexOf(process)}`);
		time = Math.max(time + stepMs, due);
		current = process;
		if (++process.steps >= process.diesAt) await new Promise(() => {});
	};
	store.turn = async ({ workflow }) => await step((workflow as unknown as Owned).process);
	sleep = async (pause) => {
		await step(current!, pause);
		return true;
	};
	const all = Array.from({ length: count }, (_, index) => {
		const process: Process = {
			...loadKernel(),
			clock: 0,
			diesAt: Infinity,
			steps: 0,
			...traits[index],
			context: () => contextOf(process, store),
		};
		return process;
	});
	return { store, all };
}

interface Owned {
	id: string;
	process: Process;
}

function contextOf(process: Process, store: ProcessedStore): IExecuteFunctions {
	const node = { id: 'n1', name: 'Things' };
	const workflow = { id: 'w1', process };
	const own = { workflow, node } as never;
	// What runs in another workflow of the process is a step of the process too.
	const inside = (context: { workflow: object; node?: object }) =>
		({ ...context, workflow: { ...context.workflow, process } }) as never;
	return {
		helpers: {
			checkProcessedAndRecord: async (entries: string[], scope: 'node', options: never) =>
				await store.checkProcessedAndRecord(entries, scope, own, options),
			removeProcessed: async (entries: string[], scope: 'node') =>
				await store.removeProcessed(entries, scope, own),
		},
		logger: { warn: () => {} },
		getNode: () => node,
		getWorkflow: () => ({ id: workflow.id }),
		executeWorkflow: async (info: never, input: never) =>
			await runSubWorkflow(info, input, {
				checkProcessedAndRecord: async (items, scope, context, options) =>
					await store.checkProcessedAndRecord(items, scope, inside(context), options),
				clearAllProcessedItems: async (scope, context) =>
					await store.clearAllProcessedItems(scope, inside(context)),
			}),
	} as unknown as IExecuteFunctions;
}

/** The package once more, with everything that it keeps in a process. */
function loadKernel(): Kernel {
	let kernel: Kernel | undefined;
	jest.isolateModules(() => {
		kernel = {
			...jest.requireActual('../../../../../kernel/n8n/dispatch/idempotencyKeys'),
			...jest.requireActual('../../../../../kernel/n8n/dispatch/sharedLock'),
		} as Kernel;
	});
	return kernel!;
}

/** Lets all go on that has something to do, before anybody has the next turn. */
export const drain = async (work: () => Promise<void>) => {
	await work();
	await new Promise(setImmediate);
};
