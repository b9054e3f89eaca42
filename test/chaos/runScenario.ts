import type { IDataObject } from 'n8n-workflow';

import type { Sandbox } from '../../sandbox/trackly';
import { trackly } from '../engine/trackly';
import { LIST, type TestAccount } from '../kit/account';
import { until } from '../../host/poll';
import { campaigns, MESSAGE_PLACE, type Campaign } from './campaigns';
import type { ExecutionRecord, CampaignRecord } from './check';
import { execute, retryManually, type ExecutionInput } from './execution';
import type { KillableExecutions } from './killableExecutions';
import type { Scenario } from './scenario';

/** A user gives up retrying manually after so many times; the faults are over well before. */
const MOST_RETRIES = 6;
/** Failed executions until the faults are over. */
const FAULTY_TRIES = 3;
/** Requests under way at once, which is what can be in doubt when n8n dies. */
const REQUESTS_UNDER_WAY = 8;
const RECORDS_OF_A_BATCH = 1_000;

/** Plays a scenario on a fresh account and gives all there is to know about it. */
export async function runScenario(
	scenario: Scenario,
	{ sandbox, credential }: Pick<TestAccount, 'sandbox' | 'credential'>,
	executions: KillableExecutions,
): Promise<CampaignRecord> {
	const account = sandbox();
	const campaign: Campaign = campaigns[scenario.campaign];
	const items = await itemsOf(scenario, campaign, account);
	const input = inputOf(scenario, campaign, items, credential());
	const { optedOut } = scenario;
	const gone = optedOut === undefined ? [] : items.filter((_, index) => index % optedOut === 3);
	const phones = gone.flatMap(({ to }) => (to === campaign.bad.to ? [] : [String(to)]));
	await optOut(account, [...new Set(phones)]);
	for (const fault of scenario.faults) account.addFault(fault);

	const parts = [await runToItsEnd(input, campaign, account, executions)];
	if (scenario.key !== undefined) {
		account.clearFaults();
		parts.push(
			await runToItsEnd({ ...input, diesAtRequest: undefined }, campaign, account, executions),
		);
	}
	// Whoever plays next finds the account there.
	const restarts = scenario.faults.some(({ kind }) => kind === 'restart');
	if (restarts) await account.restart();
	await account.whenIdle();
	const storeFault = scenario.key?.storeFault;
	const records = campaign.batches ? RECORDS_OF_A_BATCH : REQUESTS_UNDER_WAY;
	return {
		campaign,
		items,
		parts,
		texts: account.journal().texts(),
		optedOut: new Set(phones),
		restarts,
		atMostOnce: !campaign.repeatable && !scenario.atLeastOnce,
		storeFails: storeFault !== undefined,
		underWayAtDeath: (parts[0].silent ? records : 0) + (storeFault?.times ?? 0) * records,
	};
}

/** One execution, retried manually until it ends well, and the requests that took. */
async function runToItsEnd(
	input: ExecutionInput,
	{ operationId }: Campaign,
	account: Sandbox,
	executions: KillableExecutions,
): Promise<ExecutionRecord> {
	const before = account.journal().requests().length;
	const requestsBefore = executions.requests;
	let result = await execute(executions, input);
	for (let tries = 1; result.status === 'error' && tries <= MOST_RETRIES; tries++) {
		if (tries === FAULTY_TRIES) account.clearFaults();
		result = await retryManually(executions, { ...input, diesAtRequest: undefined }, result);
	}
	if (result.status === 'error') throw new Error(`It never ended well: ${result.error}`);
	if (result.status === 'dead') {
		const made = executions.requests - requestsBefore;
		await until('what has left arrives', 100_000, async () =>
			account.journal().requests().length - before >= made ? true : undefined,
		);
	}
	return {
		silent: result.status === 'dead',
		reported: result.reported,
		requests: account
			.journal()
			.requests()
			.slice(before)
			.filter((request) => request.operationId === operationId),
	};
}

function inputOf(
	scenario: Scenario,
	campaign: Campaign,
	items: IDataObject[],
	credential: Record<string, string>,
): ExecutionInput {
	const { key, onError, retryOnFail, maxTries, loopSize, failOnRejected, atLeastOnce, optedOut } =
		scenario;
	return {
		harness: trackly,
		parameters: {
			...campaign.parameters,
			...(failOnRejected && { options: { ifRecordsAreRejected: 'fail' } }),
			safeguards: {
				...(key && { idempotencyKey: '={{ $json.order }}', idempotencyScope: key.scope }),
				...(optedOut !== undefined && { skipOptedOut: true }),
				...(atLeastOnce && { ifOutcomeIsUnknown: 'tryAgain' }),
			},
		},
		settings: { onError, retryOnFail, maxTries, waitBetweenTries: 1 },
		items,
		loopSize,
		credential,
		diesAtRequest: key?.diesAtRequest,
	};
}

async function itemsOf(
	{ count, firstIsBad, key }: Scenario,
	campaign: Campaign,
	account: Sandbox,
): Promise<IDataObject[]> {
	const messageId = campaign.texts ? '' : await textSomebody(account);
	return Array.from({ length: count }, (_, index) => {
		const item = campaign.item(index);
		return {
			...item,
			...(item.message_id === MESSAGE_PLACE && { message_id: messageId }),
			...(index === 0 && firstIsBad && campaign.bad),
			...(key && { order: `order-${index}` }),
		};
	});
}

/** Puts people on the list and has them leave it. */
async function optOut(account: Sandbox, phones: string[]): Promise<void> {
	const people = phones.map((phone_number) => ({ phone_number, list_number: LIST }));
	if (people.length > 0) await call(account, 'POST', '/contacts/bulk', { contacts: people });
	for (const person of people) await call(account, 'DELETE', '/contacts', person);
}

/** Makes a message that revenue can be recorded for. */
async function textSomebody(account: Sandbox): Promise<string> {
	const contact = { phone_number: '+12025559999', list_number: LIST };
	await call(account, 'POST', '/contacts', contact);
	const text = { to: contact.phone_number, list_number: LIST, body: 'Hello' };
	const { message_id: id } = await call(account, 'POST', '/send', text);
	return String(id);
}

/** Calls the account's API as any program would. */
async function call(
	{ apiUrl, apiKey }: Sandbox,
	method: string,
	path: string,
	body: object,
): Promise<Record<string, unknown>> {
	const answer = await fetch(apiUrl + path, {
		method,
		headers: { 'X-Api-Key': apiKey, 'Content-Type': 'application/json' },
		body: JSON.stringify(body),
	});
	if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}`);
	return (await answer.json()) as Record<string, unknown>;
}
