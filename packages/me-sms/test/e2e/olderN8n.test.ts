import { nodeOutput } from '../../../../host/n8n';
import { useMovableClock } from '../../../../test/e2e/clockAhead';
import { describeInOlderN8n, OLDER_VERSION } from '../../../../test/e2e/olderN8n';
import { DUPLICATES, importTrigger } from './polling';
import { NODE_TYPE, SENDER, useWorld } from './world';

describeInOlderN8n(() => {
	const clock = useMovableClock();
	const world = useWorld({ host: 'older', env: clock.env, sandbox: { timeScale: 1 } });

	it('the credential is good, and the picker is filled', async () => {
		const { n8n, credential, sandbox } = world();
		expect(n8n.logs()).toContain(`Version: ${OLDER_VERSION}`);
		expect(await n8n.testCredential(credential.id)).toMatchObject({ status: 'OK' });
		const bad = await n8n.createCredential({
			name: 'Bad key',
			type: 'meSmsApi',
			data: {
				apiKey: 'no-such-key',
				baseUrl: sandbox.apiUrl,
			},
		});
		expect(await n8n.testCredential(bad.id)).toMatchObject({
			status: 'Error',
			message: expect.stringContaining('does not know this API key'),
		});
		const { results } = await n8n.searchList({
			type: NODE_TYPE,
			typeVersion: 1,
			path: 'parameters.sender',
			method: 'searchSenders',
			parameters: {},
			credential,
		});
		expect(results.map(({ value }) => value)).toContain('TEAHOUSE');
	});

	it('texts of many items go out in one request, and the trigger tells each number once', async () => {
		const { n8n, sandbox, run } = world();
		const phones = ['0812345600', '+66 81 234 5601', '66812345602'];
		const { items } = await run(
			{
				resource: 'message',
				operation: 'sendMany',
				sender: SENDER,
				columns: { mappingMode: 'autoMapInputData', value: null },
			},
			phones.map((msisdn) => ({ msisdn, content: 'Tasting night on Friday at 7' })),
		);
		expect(items).toMatchObject(phones.map(() => ({ status: 'queued' })));
		expect(sandbox.journal().summary()).toMatchObject({ sendRequests: 1, texts: 3 });

		sandbox.haltClock(true);
		const uuid = sandbox.addMessage({ numbers: 150 });
		const id = await importTrigger(world(), { events: ['recipientFinal'], uuids: uuid });
		await n8n.activate(id);
		sandbox.advanceClock(60);
		clock.setAhead(60_000);
		const [{ id: execution }] = await n8n.waitForExecutions(id, 1);
		const told = nodeOutput(await n8n.execution(execution), DUPLICATES);
		expect(told.map(({ json }) => json.msisdn).sort()).toEqual(
			sandbox
				.numbersOf(uuid)
				.filter((each) => !each.endsWith('06'))
				.sort(),
		);
		await n8n.deactivate(id);
		expect(await n8n.executions({ workflowId: id })).toHaveLength(1);
	});
});
