import type { IDataObject, INodeParameters, WorkflowActivateMode } from 'n8n-workflow';

import { TracklyTrigger } from '../../nodes/Trackly/TracklyTrigger.node';
import type { Memory } from '../../kernel/n8n/trigger/memory';
import { startSandbox, type Sandbox } from '../../sandbox/trackly';
import { ABSENCES } from '../../sandbox/trackly/webhooks/absence';
import { useAccount } from '../kit/account';
import { triggerContext } from './trackly';

const account = useAccount();
const { checkExists, create, delete: remove } = new TracklyTrigger().webhookMethods.default;

/** Nobody listens there. */
const BASE_URL = 'http://127.0.0.1:9/webhook';
const OTHER_KEY = `trk_${'b'.repeat(32)}`;

interface Changes {
	parameters?: INodeParameters;
	workflowId?: string;
	baseUrl?: string;
	activation?: WorkflowActivateMode;
	credential?: Record<string, string>;
}

/** One workflow with a Trackly Trigger. n8n keeps its memory as JSON between the calls. */
function workflow(changes: Changes = {}) {
	let staticData: IDataObject = {};
	const log: string[] = [];
	const contextOf = (more: Changes) => {
		const all = { ...changes, ...more };
		return triggerContext({
			workflowId: all.workflowId ?? 'w1',
			baseUrl: all.baseUrl ?? BASE_URL,
			parameters: { events: ['reply'], ...all.parameters },
			credential: account.credential(all.credential),
			activation: all.activation,
			staticData,
			log,
		});
	};
	const keep = () => {
		staticData = JSON.parse(JSON.stringify(staticData)) as IDataObject;
	};
	return {
		log,
		memory: () => (staticData['node:Trackly SMS Trigger'] ?? {}) as Memory,
		/** A memory that came with the workflow from elsewhere. */
		remember: (memory: Memory) => {
			staticData = { 'node:Trackly SMS Trigger': { ...memory } };
		},
		/** As n8n does; true when something was registered. */
		activate: async (more: Changes = {}) => {
			const exists = await checkExists.call(contextOf(more));
			if (!exists) await create.call(contextOf(more));
			keep();
			return !exists;
		},
		deactivate: async (more: Changes = {}) => {
			const removed = await remove.call(contextOf(more));
			keep();
			return removed;
		},
	};
}

const endpoints = () => account.sandbox().listWebhooks();
const requests = (operationId: string) => account.sandbox().journal().requests(operationId);

describe('what the node finds when a workflow is activated', () => {
	it('nothing: it registers, with a secret of its own that the account knows', async () => {
		const one = workflow();
		expect(await one.activate()).toBe(true);
		expect(endpoints()).toEqual([
			expect.objectContaining({
				url: `${BASE_URL}/hook-of-w1/webhook`,
				events: ['reply'],
				secret: one.memory().registration?.secret,
			}),
		]);
		expect(one.memory().registration).toMatchObject({
			id: endpoints()[0].id,
			secret: expect.stringMatching(/^[0-9a-f]{64}$/),
		});
	});

	it('its registration as it should be: one look, no change', async () => {
		const one = workflow();
		await one.activate();
		const before = endpoints();
		account.sandbox().journal().clear();
		expect(await one.activate()).toBe(false);
		expect(endpoints()).toEqual(before);
		expect(account.sandbox().journal().requests()).toHaveLength(1);
	});

	it('a secret once used is not used again, but still accepted', async () => {
		const one = workflow();
		await one.activate();
		const first = one.memory().registration?.secret;
		await one.deactivate();
		expect(endpoints()).toEqual([]);
		await one.activate();
		expect(one.memory().registration?.secret).not.toBe(first);
		expect(one.memory().replaced).toEqual([{ secret: first, until: expect.any(Number) }]);
	});

	it('other events: the new endpoint is there before the old one goes', async () => {
		const change = { parameters: { events: ['delivery', 'reply'] } };
		const one = workflow();
		await one.activate();
		const [old] = endpoints();
		account.sandbox().journal().clear();
		expect(await one.activate(change)).toBe(true);
		expect(endpoints()).toHaveLength(1);
		expect(endpoints()[0].id).not.toBe(old.id);
		expect(one.memory()).toMatchObject({ replaced: [{ secret: old.secret }] });
		const changes = account
			.sandbox()
			.journal()
			.requests()
			.map(({ operationId }) => operationId)
			.filter((operationId) => operationId !== 'listWebhookEndpoints');
		expect(changes).toEqual(['createWebhookEndpoint', 'deleteWebhookEndpoint']);
	});

	it('its endpoint paused: an active one takes its place', async () => {
		const one = workflow();
		await one.activate();
		account.sandbox().setWebhookStatus(endpoints()[0].id, 'paused');
		expect(await one.activate()).toBe(true);
		expect(endpoints()).toEqual([expect.objectContaining({ status: 'active' })]);
	});

	it('its endpoint removed by somebody: it registers again', async () => {
		const one = workflow();
		await one.activate();
		account.sandbox().removeWebhook(endpoints()[0].id);
		expect(await one.activate()).toBe(true);
		expect(endpoints()).toHaveLength(1);
	});

	it('leftovers with its address: they go, whatever it remembers', async () => {
		const url = `${BASE_URL}/hook-of-w1/webhook`;
		account.sandbox().addWebhook({ url, secret: 'lost-secret' });
		account.sandbox().addWebhook({ url });
		const one = workflow();
		await one.activate();
		expect(endpoints()).toHaveLength(1);
		account.sandbox().addWebhook({ url });
		expect(await one.activate()).toBe(true);
		expect(endpoints()).toHaveLength(1);
		expect(endpoints()[0].secret).toBe(one.memory().registration?.secret);
	});

	it("other workflows' and other people's endpoints: it never touches them", async () => {
		const other = account.sandbox().addWebhook({ url: 'https://hooks.example.com/crm' });
		const [one, two] = [workflow(), workflow({ workflowId: 'w2' })];
		await one.activate();
		await two.activate();
		const ofTwo = endpoints().find(({ url }) => url.includes('w2'));
		await one.activate({ parameters: { events: ['delivery'] } });
		await one.deactivate();
		expect(endpoints()).toEqual([other, ofTwo]);
	});

	it('the memory of the workflow that it was copied from: that one keeps its endpoint', async () => {
		const original = workflow();
		await original.activate();
		const [kept] = endpoints();
		const copy = workflow({ workflowId: 'w2' });
		copy.remember(original.memory());
		await copy.deactivate();
		expect(endpoints()).toEqual([kept]);
		copy.remember(original.memory());
		expect(await copy.activate()).toBe(true);
		expect(endpoints()).toHaveLength(2);
		expect(endpoints()).toContainEqual(kept);
	});
});

describe('Manual', () => {
	const byHand = { parameters: { registration: 'byHand' } };

	it('never calls the API', async () => {
		const one = workflow(byHand);
		expect(await one.activate()).toBe(false);
		await one.deactivate();
		expect(account.sandbox().journal().requests()).toEqual([]);
	});

	it('takes back on deactivation what was registered automatically before', async () => {
		const one = workflow();
		await one.activate();
		await one.deactivate(byHand);
		expect(endpoints()).toEqual([]);
	});
});

describe('when the account has no API for webhooks', () => {
	beforeEach(() => account.sandbox().setSwitches({ registration: false }));

	it('the workflow is activated all the same, and the log says which URL to add', async () => {
		const one = workflow();
		await one.activate();
		expect(one.memory()).toEqual({ owner: expect.any(String), byHand: true });
		expect(one.log).toEqual([
			expect.stringContaining(`Settings > Webhooks: ${BASE_URL}/hook-of-w1/webhook`),
		]);
	});

	it.each(ABSENCES)('whatever it says instead: %s', async (webhookApi) => {
		account.sandbox().setSwitches({ registration: true, webhookApi });
		const one = workflow();
		await one.activate();
		expect(one.memory()).toMatchObject({ byHand: true });
		expect(one.memory()).not.toHaveProperty('registration');
		expect(account.sandbox().journal().requests()).toHaveLength(2);
		// A key that is wrong for everything else is wrong.
		const credential = { apiKey: `trk_${'x'.repeat(32)}` };
		await expect(workflow({ credential }).activate()).rejects.toThrow('API key');
	});

	it('says in words that nothing listens at the Base URL', async () => {
		jest.spyOn(Math, 'random').mockReturnValue(0);
		const credential = { customBaseUrl: 'http://127.0.0.1:1/api/v2' };
		await expect(workflow({ credential }).activate()).rejects.toThrow(
			/could not connect to 127\.0\.0\.1:1: nothing listens there.* Nothing was sent/s,
		);
		jest.restoreAllMocks();
	});

	it('an address that is no Trackly is not one: the reason names the Base URL', async () => {
		const customBaseUrl = `${account.credential().customBaseUrl}/elsewhere`;
		await expect(workflow({ credential: { customBaseUrl } }).activate()).rejects.toThrow(
			/There is no Trackly API at the Base URL.*Correct the Base URL/,
		);
	});

	it('an endpoint that was added meanwhile stays, when the API appears', async () => {
		const one = workflow();
		await one.activate();
		const added = account.sandbox().addWebhook({ url: `${BASE_URL}/hook-of-w1/webhook` });
		account.sandbox().setSwitches({ registration: true });
		expect(await one.activate()).toBe(false);
		await one.deactivate();
		await one.activate();
		expect(endpoints()).toEqual([added]);
		expect(one.memory()).toMatchObject({ byHand: true });
	});

	it('it registers as soon as the account has it', async () => {
		const one = workflow();
		await one.activate();
		account.sandbox().setSwitches({ registration: true });
		expect(await one.activate()).toBe(true);
		expect(endpoints()).toHaveLength(1);
		expect(one.memory()).not.toHaveProperty('byHand');
	});

	it('a deactivation asks for nothing', async () => {
		const one = workflow();
		await one.activate();
		account.sandbox().journal().clear();
		expect(await one.deactivate()).toBe(true);
		expect(account.sandbox().journal().requests()).toEqual([]);
	});
});

describe('where n8n calls from', () => {
	it('a workflow that n8n rolled back: its endpoint is found by its address', async () => {
		const one = workflow();
		await one.activate();
		// Another trigger of the workflow failed, so n8n did not save what this one remembers.
		const rolledBack = workflow();
		expect(await rolledBack.deactivate()).toBe(true);
		expect(endpoints()).toEqual([]);
	});

	it('a copy of n8n at another address: the original keeps its endpoint', async () => {
		const original = workflow();
		await original.activate();
		const [kept] = endpoints();
		const copy = workflow({ baseUrl: 'http://127.0.0.1:10/webhook' });
		copy.remember(original.memory());
		expect(await copy.activate({ activation: 'init' })).toBe(true);
		expect(endpoints()).toHaveLength(2);
		expect(endpoints()).toContainEqual(kept);
		expect(JSON.stringify(copy.memory())).not.toContain(kept.secret);
		expect(copy.log).toEqual([expect.stringContaining('because another n8n may use it')]);
		await copy.deactivate();
		expect(endpoints()).toEqual([kept]);
	});

	it('two main processes, one after the other: one endpoint, whose secret the last one knows', async () => {
		const [one, other] = [workflow(), workflow()];
		await one.activate({ activation: 'init' });
		await other.activate({ activation: 'leadershipChange' });
		expect(endpoints()).toEqual([
			expect.objectContaining({ secret: other.memory().registration?.secret }),
		]);
	});
});

describe('another account', () => {
	let other: Sandbox;
	beforeAll(async () => {
		other = await startSandbox({ timeScale: 0.001, seedContacts: false, apiKey: OTHER_KEY });
	});
	afterAll(async () => await other.stop());
	beforeEach(() => other.reset());
	const swapped = () => ({ apiKey: OTHER_KEY, customBaseUrl: other.apiUrl });

	it('keeps its endpoint of the same id, and the log says what stays in the one before', async () => {
		const one = workflow();
		await one.activate();
		const theirs = other.addWebhook({ url: 'https://hooks.example.com/crm' });
		const { registration } = one.memory();
		one.remember({ ...one.memory(), registration: { ...registration!, id: theirs.id } });
		expect(await one.activate({ credential: swapped() })).toBe(true);
		expect(other.listWebhooks()).toHaveLength(2);
		expect(other.listWebhooks()).toContainEqual(theirs);
		expect(endpoints()).toHaveLength(1);
		expect(one.log).toEqual([
			expect.stringMatching(
				/did not remove its endpoint .* in the account of the previous API key/,
			),
		]);
		await one.deactivate({ credential: swapped() });
		expect(other.listWebhooks()).toEqual([theirs]);
	});
});

describe('filters by expression', () => {
	it('ids of lists are looked up when the workflow is published', async () => {
		const [{ id, phone_number: number }] = await listsOf(account.credential());
		const parameters = { filters: { lists: [id] } };
		const one = workflow({ parameters });
		await one.activate();
		expect(one.memory()).toMatchObject({ found: { lists: { [id]: number } } });
		const manual = workflow({ parameters: { ...parameters, registration: 'byHand' } });
		await manual.activate();
		expect(manual.memory()).toMatchObject({ found: { lists: { [id]: number } } });
	});

	it('those of no list stop the publishing', async () => {
		const one = workflow({ parameters: { filters: { lists: [999] } } });
		await expect(one.activate()).rejects.toThrow(`"999" is not a list of this account`);
		expect(endpoints()).toEqual([]);
	});
});

async function listsOf({ customBaseUrl, apiKey }: Record<string, string>) {
	const response = await fetch(`${customBaseUrl}/lists`, { headers: { 'X-Api-Key': apiKey } });
	return ((await response.json()) as { lists: Array<{ id: number; phone_number: string }> }).lists;
}

describe('when something fails', () => {
	it('a wrong key stops the activation with the reason, and says what to do', async () => {
		const credential = { apiKey: `trk_${'x'.repeat(32)}` };
		await expect(workflow({ credential }).activate()).rejects.toMatchObject({
			message: expect.stringMatching(/\((unauthorized|invalid_api_key)\)\. .*API key/),
		});
	});

	it('an address that is not https: the error names the setting of n8n', async () => {
		await expect(
			workflow({ baseUrl: 'http://n8n.example.com/webhook' }).activate(),
		).rejects.toThrow(/public https URLs.*WEBHOOK_URL/);
		account.expectViolation(/^POST \/webhooks: body\/url must match pattern/);
		expect(endpoints()).toEqual([]);
	});

	it('a lost answer leaves no endpoint that nobody knows the secret of', async () => {
		account
			.sandbox()
			.addFault({ kind: 'drop_after', operationId: 'createWebhookEndpoint', count: 1 });
		const one = workflow();
		await expect(one.activate()).rejects.toThrow('lost');
		expect(requests('createWebhookEndpoint')).toHaveLength(1);
		expect(endpoints()).toEqual([]);
		// n8n tries again by itself.
		await one.activate();
		expect(endpoints()).toHaveLength(1);
	});

	it('an old endpoint that cannot be removed: the new one goes, so that nothing comes twice', async () => {
		const one = workflow();
		await one.activate();
		const [old] = endpoints();
		account.sandbox().addFault({
			kind: 'status',
			status: 403,
			operationId: 'deleteWebhookEndpoint',
			count: 1,
		});
		await expect(one.activate({ parameters: { events: ['delivery'] } })).rejects.toThrow();
		expect(endpoints()).toEqual([old]);
		expect(one.memory().registration?.id).toBe(old.id);
	});

	it('a restart of n8n goes on with what is there while the account cannot be asked', async () => {
		const one = workflow();
		await one.activate();
		const memory = one.memory();
		const credential = { apiKey: `trk_${'x'.repeat(32)}` };
		expect(await one.activate({ activation: 'init', credential })).toBe(false);
		expect(one.memory()).toEqual(memory);
		expect(one.log).toEqual([expect.stringContaining('keeps the current one')]);
		await expect(one.activate({ activation: 'update', credential })).rejects.toThrow();
	});

	it('a pattern that became unusable does not stop a workflow at a restart', async () => {
		const one = workflow();
		await one.activate();
		const parameters = { filters: { replyMatches: '^(?!no)' } };
		expect(await one.activate({ activation: 'init', parameters })).toBe(false);
		expect(one.log).toEqual([expect.stringContaining('ignores a filter that cannot be used')]);
	});

	it('a deactivation goes through, says what is left, and the next activation clears it up', async () => {
		const one = workflow();
		await one.activate();
		const credential = { apiKey: `trk_${'x'.repeat(32)}` };
		expect(await one.deactivate({ credential })).toBe(false);
		expect(one.log).toEqual([expect.stringMatching(/could not remove its endpoint.*Remove it in/)]);
		await one.activate({ parameters: { events: ['delivery'] } });
		expect(endpoints()).toEqual([expect.objectContaining({ events: ['delivery'] })]);
	});

	it('a pattern that cannot be used stops the activation, by hand too', async () => {
		for (const registration of ['automatic', 'byHand']) {
			const filters = { replyMatches: '(yes' };
			const one = workflow({ parameters: { registration, filters } });
			await expect(one.activate()).rejects.toThrow('"Reply Text Matches" is not a valid');
		}
		expect(account.sandbox().journal().requests()).toEqual([]);
	});
});
