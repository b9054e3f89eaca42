import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { ExecutionInput } from '../../../../test/chaos/execution';
import { runToItsEnd, type Part, type Stage } from '../../../../test/chaos/toItsEnd';
import type { Sandbox } from '../../sandbox';
import { politicalComms } from '../engine/politicalComms';
import { Client } from '../unit/sandbox/client';
import type { Scenario } from './scenario';
import { works, type Work } from './works';
import { makeWorld, namesIn, type World } from './world';

const LONGEST = 3_600_000;

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

/** Plays a scenario on a fresh account and gives all there is to know about it. */
export async function runScenario(scenario: Scenario, stage: Stage<Sandbox>): Promise<Story> {
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
