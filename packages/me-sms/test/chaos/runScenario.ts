import type { RoundStage } from '../../../../test/chaos/rounds';
import { runToItsEnd, type Part } from '../../../../test/chaos/toItsEnd';
import type { MessageReport, Sandbox } from '../../sandbox';
import { Client } from '../unit/sandbox/client';
import { inputOf } from './input';
import type { Scenario } from './scenario';

/** A message of the account with its numbers. */
export interface Sent extends MessageReport {
	msisdns: readonly string[];
}

/** What is known of a scenario when it is over. */
export interface Story {
	scenario: Scenario;
	parts: readonly Part[];
	/** Messages that the account accepted. */
	messages: readonly Sent[];
	/** Messages that Cancel was about, by kind. */
	uuids: readonly string[];
	/** Texts that phones received once all messages had left, as number and text. */
	received: ReadonlyArray<{ phone: string; text: string }>;
	/** Credits that were spent or held. */
	spent: number;
	/** What crossed the wire against the contract. */
	faults: readonly string[];
	/** Requests that followed a redirect. */
	strays: number;
}

/** After all that can be scheduled. */
const IN_THE_END = '2200-01-01T00:00:00Z';

/** Plays a scenario on a fresh account and gives all there is to know about it. */
export async function runScenario(
	scenario: Scenario,
	{ sandbox, executions, store }: RoundStage<Sandbox>,
): Promise<Story> {
	const uuids = scenario.work === 'cancel' ? await messagesToCancel(sandbox) : [];
	sandbox.setSwitches(scenario.switches);
	sandbox.setCredits(scenario.credits);
	for (const fault of scenario.faults) sandbox.addFault(fault);
	if (scenario.storeFault !== undefined) store.fail(scenario.storeFault);
	const violationsBefore = sandbox.violations().length;
	const visitsBefore = sandbox.visits().length;

	const input = inputOf(scenario, sandbox, uuids);
	const stage = { sandbox, executions };
	const parts = [await runToItsEnd(input, stage)];
	if (scenario.ownKey !== undefined) {
		sandbox.clearFaults();
		store.clearFaults();
		const again = { ...input, diesAtRequest: undefined, stopsAtRequest: undefined };
		parts.push(await runToItsEnd({ ...again, executionId: '2' }, stage));
	}
	sandbox.clearFaults();
	const messages = sandbox
		.messages()
		.map((message) => ({ ...message, msisdns: sandbox.numbersOf(message.uuid) }));
	const { balance } = sandbox.credits();
	sandbox.setClock(IN_THE_END);
	sandbox.messages();
	return {
		scenario,
		parts,
		messages,
		uuids,
		received: sandbox.journal().texts(),
		spent: scenario.credits - balance,
		faults: sandbox.violations().slice(violationsBefore),
		strays: sandbox.visits().length - visitsBefore,
	};
}

const SOME_DAY = '2199-05-01T10:00:00+07:00';

/** Two messages that can be cancelled, one that has left, and one that was cancelled. */
async function messagesToCancel(sandbox: Sandbox): Promise<string[]> {
	const add = (scheduledTime?: string) => sandbox.addMessage({ numbers: 1, scheduledTime });
	const uuids = [add(SOME_DAY), add(SOME_DAY), add(), add(SOME_DAY)];
	await new Client(sandbox).good('POST', `/sms/${uuids[3]}/cancel`);
	return uuids;
}
