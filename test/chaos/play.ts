import type { IDataObject } from 'n8n-workflow';

import type { Sandbox } from '../../sandbox';
import { LIST, type TestAccount } from '../engine/account';
import { until } from '../host/poll';
import { campaigns, MESSAGE_PLACE, type Campaign } from './campaigns';
import type { Part, Story } from './check';
import { execute, retryByHand, type ExecutionInput } from './execution';
import type { Mortals } from './mortals';
import type { Scenario } from './scenario';

/** A user gives up retrying by hand after so many times; the faults are over well before. */
const MOST_RETRIES = 6;
/** Failed executions until the faults are over. */
const FAULTY_TRIES = 3;
/** Requests under way at once, which is what can be in doubt when n8n dies. */
const REQUESTS_UNDER_WAY = 8;
const RECORDS_OF_A_BATCH = 1_000;

/** Plays a scenario on a fresh account and gives all there is to know about it. */
export async function play(
	scenario: Scenario,
	{ sandbox, credential }: Pick<TestAccount, 'sandbox' | 'credential'>,
	mortals: Mortals,
): Promise<Story> {
	const account = sandbox();
	const campaign: Campaign = campaigns[scenario.campaign];
	const items = await itemsOf(scenario, campaign, account);
	const input = inputOf(scenario, campaign, items, credential());
	for (const fault of scenario.faults) account.addFault(fault);

	const parts = [await playPart(input, account, mortals)];
	if (scenario.key !== undefined) {
		account.clearFaults();
		parts.push(await playPart({ ...input, diesAtRequest: undefined }, account, mortals));
	}
	// Whoever plays next finds the account there.
	const restarts = scenario.faults.some(({ kind }) => kind === 'restart');
	if (restarts) await account.restart();
	await account.whenIdle();
	const records = campaign.batches ? RECORDS_OF_A_BATCH : REQUESTS_UNDER_WAY;
	return {
		campaign,
		items,
		parts,
		texts: account.journal().texts(),
		restarts,
		atMostOnce: !campaign.repeatable && !scenario.atLeastOnce,
		underWayAtDeath: parts[0].silent ? records : 0,
	};
}

/** One execution, retried by hand until it ends well, and the requests that took. */
async function playPart(input: ExecutionInput, account: Sandbox, mortals: Mortals): Promise<Part> {
	const before = account.journal().requests().length;
	const requestsBefore = mortals.requests;
	let result = await execute(mortals, input);
	for (let tries = 1; result.status === 'error' && tries <= MOST_RETRIES; tries++) {
		if (tries === FAULTY_TRIES) account.clearFaults();
		result = await retryByHand(mortals, { ...input, diesAtRequest: undefined }, result);
	}
	if (result.status === 'error') throw new Error(`It never ended well: ${result.error}`);
	if (result.status === 'dead') {
		const made = mortals.requests - requestsBefore;
		await until('what has left arrives', 10_000, async () =>
			account.journal().requests().length - before >= made ? true : undefined,
		);
	}
	return {
		silent: result.status === 'dead',
		said: result.said,
		requests: account.journal().requests().slice(before),
	};
}

function inputOf(
	scenario: Scenario,
	campaign: Campaign,
	items: IDataObject[],
	credential: Record<string, string>,
): ExecutionInput {
	const { key, onError, retryOnFail, maxTries, loopSize, failOnRejected, atLeastOnce } = scenario;
	return {
		parameters: {
			...campaign.parameters,
			...(failOnRejected && { options: { ifRecordsAreRejected: 'fail' } }),
			safeguards: {
				...(key && { idempotencyKey: '={{ $json.order }}', idempotencyScope: key.scope }),
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

/** Makes a message that revenue can be recorded for. */
async function textSomebody({ apiUrl, apiKey }: Sandbox): Promise<string> {
	const contact = { phone_number: '+12025559999', list_number: LIST };
	const call = async (path: string, body: object) => {
		const answer = await fetch(apiUrl + path, {
			method: 'POST',
			headers: { 'X-Api-Key': apiKey, 'Content-Type': 'application/json' },
			body: JSON.stringify(body),
		});
		return (await answer.json()) as { message_id?: string };
	};
	await call('/contacts', contact);
	const sent = await call('/send', { to: contact.phone_number, list_number: LIST, body: 'Hello' });
	return String(sent.message_id);
}
