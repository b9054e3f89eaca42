import type { IBinaryKeyData, IDataObject, INodeParameters } from 'n8n-workflow';

import type { ExecutionInput } from '../../../../test/chaos/execution';
import type { Sandbox } from '../../sandbox';
import { meSms } from '../engine/meSms';
import { isBad } from './asks';
import type { Item, Scenario } from './scenario';
import { text, TIMES, written } from './world';

const SENDER = { __rl: true, mode: 'name', value: 'TEAHOUSE' };

/** What the node of a scenario is set to, and what it runs on. @param uuids messages that Cancel is about */
export function inputOf(
	scenario: Scenario,
	sandbox: Sandbox,
	uuids: readonly string[],
): ExecutionInput {
	const { work, onError, retryOnFail, maxTries, items, ownKey, tryAgain } = scenario;
	const safeguards: INodeParameters = {
		...(ownKey !== undefined && { idempotencyKey: '={{ $json.key }}' }),
		...(tryAgain && { ifOutcomeIsUnknown: 'tryAgain' }),
	};
	return {
		harness: meSms,
		parameters: {
			resource: 'message',
			operation: work,
			...parametersOf(scenario),
			...(work !== 'cancel' && { options: optionsOf(scenario) }),
			...(Object.keys(safeguards).length > 0 && { safeguards }),
		},
		settings: { onError, retryOnFail, maxTries, waitBetweenTries: 1 },
		items: items.map((item, place) => ({
			...jsonOf(scenario, item, place, uuids),
			...(ownKey && { key: ownKey === 'all' ? 'wave-7' : `row-${place}` }),
		})),
		files: work === 'sendFile' ? items.map((item, place) => fileOf(scenario, item, place)) : [],
		credential: { apiKey: sandbox.apiKey, baseUrl: sandbox.apiUrl },
		executionId: '1',
		diesAtRequest: scenario.diesAtRequest,
		stopsAtRequest: scenario.stopsAtRequest,
	};
}

function parametersOf({ work, ifTooLate }: Scenario): INodeParameters {
	const content = '={{ $json.content }}';
	switch (work) {
		case 'send':
			return { sender: SENDER, sendTo: 'numbers', msisdns: '={{ $json.to }}', content };
		case 'sendMany':
			return { sender: SENDER, columns: { mappingMode: 'autoMapInputData', value: null } };
		case 'sendFile':
			return { sender: SENDER, content, binaryPropertyName: 'data' };
		case 'cancel':
			return { uuid: '={{ $json.uuid }}', ifTooLate };
	}
}

function optionsOf(scenario: Scenario): INodeParameters {
	const { work, when, quietHours, dryRun, limits, numbersPerRequest, failOnRejected } = scenario;
	return {
		...(work !== 'sendMany' && when !== undefined && { scheduledTime: TIMES[when].asked }),
		...(quietHours && { quietHours: true }),
		...(dryRun !== undefined && { dryRun: dryRun === 'true' ? true : '={{ "yes" }}' }),
		...(limits as INodeParameters | undefined),
		...(numbersPerRequest !== undefined && { numbersPerRequest }),
		...(failOnRejected && work !== 'send' && { ifRecordsAreRejected: 'fail' }),
	};
}

function jsonOf(
	scenario: Scenario,
	{ kind, people }: Item,
	place: number,
	uuids: readonly string[],
): IDataObject {
	const { work, when } = scenario;
	const bad = isBad(scenario, place);
	const content = text(kind);
	switch (work) {
		case 'send':
			return {
				content,
				to: bad ? '12345' : people.map((person) => written(person, place + person)),
			};
		case 'sendMany':
			return {
				content,
				msisdn: bad ? '12345' : written(people[0], place),
				...(isScheduled(kind, when) && { scheduledTime: TIMES[when!].asked }),
			};
		case 'sendFile':
			return { content };
		case 'cancel':
			return { uuid: bad ? '' : uuids[kind] };
	}
}

/** Of many texts, those of one kind have a time. */
const isScheduled = (kind: number, when: Scenario['when']) => when !== undefined && kind === 1;

function fileOf(scenario: Scenario, { people }: Item, place: number): IBinaryKeyData {
	const rows = people.map((person, row) => written(person, row));
	const content = isBad(scenario, place) ? '' : `mobile\n${rows.join('\n')}\n`;
	const data = Buffer.from(content).toString('base64');
	return { data: { data, mimeType: 'text/csv', fileName: 'numbers.csv' } };
}
