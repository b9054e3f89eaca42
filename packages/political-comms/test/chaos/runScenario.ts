import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { until } from '../../../../host/poll';
import {
	execute,
	retryManually,
	type ExecutionInput,
	type ExecutionResult,
} from '../../../../test/chaos/execution';
import type { KillableExecutions } from '../../../../test/chaos/killableExecutions';
import type { Reported } from '../../../../test/chaos/reported';
import type { RequestEntry, Sandbox } from '../../sandbox';
import { politicalComms } from '../engine/politicalComms';
import { Client } from '../unit/sandbox/client';
import type { Scenario } from './scenario';
import { works, type Work } from './works';
import { makeWorld, namesIn, type World } from './world';

/** A user gives up retrying manually after so many times; the faults are over before. */
const MOST_RETRIES = 4;
const FAULTY_TRIES = 2;
const LONGEST = 3_600_000;

/** One execution, retries manually included. */
export interface Part {
	/** How it ended; `dead`, `stopped` and `error` tell nothing of its items. */
	status: ExecutionResult['status'];
	/** What stopped it, if it failed to the last. */
	error?: string;
	reported: readonly Reported[];
	requests: readonly RequestEntry[];
	/** Executions that it took, the first one included. */
	executions: number;
	/** Whether Stop was pressed in it. */
	wasStopped: boolean;
}

/** What is known of a scenario when it is over. */
export interface Story {
	scenario: Scenario;
	parts: readonly Part[];
	/** How often the account did what each kind asks for. */
	effects: readonly number[];
	/** Effects that no kind asked for. */
	strange: readonly string[];
	/** What crossed the wire against the contract. */
	faults: readonly string[];
}

export interface Stage {
	sandbox: Sandbox;
	executions: KillableExecutions;
}

/** Plays a scenario on a fresh account and gives all there is to know about it. */
export async function runScenario(scenario: Scenario, stage: Stage): Promise<Story> {
	const { sandbox } = stage;
	const work: Work = works[scenario.work];
	const world = await makeWorld(sandbox, work.needs);
	sandbox.setSwitches(scenario.switches);
	sandbox.setSettings(scenario.settings);
	const client = new Client(sandbox);
	for (let used = 0; used < scenario.used; used++) await client.call('GET', '/media');
	if (scenario.jobFails && work.job !== undefined) sandbox.failNext(work.job);
	for (const fault of scenario.faults) sandbox.addFault(fault);
	const violationsBefore = sandbox.violations().length;
	const effectsBefore = sandbox.effects().length;

	const input = inputOf(scenario, work, world, sandbox);
	const parts = [await runToItsEnd(input, stage)];
	if (scenario.ownKey !== undefined) {
		sandbox.clearFaults();
		const again = { ...input, diesAtRequest: undefined, stopsAtRequest: undefined };
		parts.push(await runToItsEnd({ ...again, executionId: '2' }, stage));
	}
	sandbox.clearFaults();
	const isText = work.effect === 'test_sent' || work.effect === 'reply_sent';
	if (isText) await sandbox.whenIdle(LONGEST);
	sandbox.setSwitches({ rateLimit: 'off' });
	const made = sandbox.effects().slice(effectsBefore);
	const names = await namesIn(sandbox, world, made);
	const effects = [0, 0, 0, 0];
	const strange: string[] = [];
	for (const { kind, id } of made) {
		const [, number] = /#(\d)/.exec(names.get(id) ?? '') ?? [];
		if (kind === work.effect && number !== undefined) effects[Number(number)]++;
		else if (!isAlsoDone(work, kind)) strange.push(`${kind} ${id} ${names.get(id)}`);
	}
	return {
		scenario,
		parts,
		effects,
		strange,
		faults: sandbox.violations().slice(violationsBefore),
	};
}

/** Whether an effect belongs to what follows the work. */
function isAlsoDone({ follows = [] }: Work, kind: string): boolean {
	return kind === 'project_changed' && follows.includes('updateProject');
}

/** One execution, retried manually until it ends well or nobody tries any more. */
async function runToItsEnd(input: ExecutionInput, stage: Stage): Promise<Part> {
	const { sandbox, executions } = stage;
	const before = sandbox.journal().requests().length;
	const madeBefore = executions.requests;
	let tries = 1;
	let result = await execute(executions, input);
	let wasStopped = result.status === 'stopped';
	const again = { ...input, diesAtRequest: undefined, stopsAtRequest: undefined };
	while (tries <= MOST_RETRIES && isRetriable(result)) {
		if (++tries > FAULTY_TRIES) sandbox.clearFaults();
		await arrived(stage, before, madeBefore);
		result = await retryManually(executions, again, result);
		wasStopped ||= result.status === 'stopped';
	}
	await arrived(stage, before, madeBefore);
	return {
		status: result.status,
		error: result.error,
		reported: result.reported,
		requests: sandbox.journal().requests().slice(before),
		executions: tries,
		wasStopped,
	};
}

function isRetriable({ status, data }: ExecutionResult): boolean {
	if (status === 'error') return true;
	return status === 'stopped' && (data?.executionData?.nodeExecutionStack.length ?? 0) > 0;
}

/** Waits until what has left has arrived; what was cut while it left may never arrive. */
async function arrived(
	{ sandbox, executions }: Stage,
	before: number,
	madeBefore: number,
): Promise<void> {
	const made = executions.requests - madeBefore;
	const isThere = async () =>
		sandbox.journal().requests().length - before >= made ? true : undefined;
	await until('what has left arrives', 10_000, isThere, 2).catch(() => undefined);
}

function inputOf(scenario: Scenario, work: Work, world: World, sandbox: Sandbox): ExecutionInput {
	const { ownKey, tryAgain, dryRun, onError, retryOnFail, maxTries } = scenario;
	const safeguards: INodeParameters = {
		...(ownKey !== undefined && { idempotencyKey: '={{ $json.key }}' }),
		...(tryAgain && { ifOutcomeIsUnknown: 'tryAgain' }),
		...(dryRun && { dryRun: true }),
	};
	return {
		harness: politicalComms,
		parameters: {
			...work.parameters(world),
			...(work.job !== undefined && {
				waitUntilReady: scenario.wait !== undefined,
				...scenario.wait,
			}),
			...guards(scenario),
			...(Object.keys(safeguards).length > 0 && { safeguards }),
		},
		settings: { onError, retryOnFail, maxTries, waitBetweenTries: 1 },
		items: scenario.kinds.map((kind, index) => itemOf(scenario, work, world, kind, index)),
		credential: { apiKey: sandbox.apiKey, baseUrl: sandbox.apiUrl, webhookSecret: '' },
		executionId: '1',
		diesAtRequest: scenario.diesAtRequest,
		stopsAtRequest: scenario.stopsAtRequest,
	};
}

function guards({ guard }: Scenario): INodeParameters {
	if (guard === undefined) return {};
	return guard === 'holds'
		? { guards: { atMostRecipients: 1_000, atMostCost: 100 } }
		: { guards: { atMostRecipients: 1_000, requireTest: true } };
}

function itemOf(
	{ ownKey, firstIsBad }: Scenario,
	work: Work,
	world: World,
	kind: number,
	index: number,
): IDataObject {
	const keys = { item: `item-${index}`, kind: `kind-${kind}`, all: 'wave-7' };
	return {
		...work.item(kind, world),
		...(index === 0 && firstIsBad && work.bad),
		...(ownKey && { key: keys[ownKey] }),
	};
}
