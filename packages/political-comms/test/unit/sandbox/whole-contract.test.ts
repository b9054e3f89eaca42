import path from 'node:path';
import { describeServedOperations, operationsOf } from '../../../../../test/kit/servedOperations';
import { contract } from '../../../sandbox/contract';
import { handlers } from '../../../sandbox/resources';
import { CSV, useBench } from './bench';
import type { Bench } from './bench';

const written = operationsOf(contract);
const resources = path.join(__dirname, '../../../sandbox/resources');
describeServedOperations(contract, handlers, resources);

it('there are 37 of them', () => {
	expect(written).toHaveLength(37);
});

/** Every operation at least once, the way a campaign uses them. */
async function wholeCampaign({ sandbox, client, files, list, project }: Bench): Promise<void> {
	const good = client.good.bind(client);
	for (const route of [
		'/organizations',
		'/hierarchy',
		'/brands',
		'/campaigns?brand_id=brd_3M8D',
		'/campaigns/cmp_9T4X/throughput',
		'/campaigns/cmp_0U5Y/throughput',
		'/tracking-domains',
		'/phone-numbers?channel=toll-free',
		'/toll-free-verifications?status=In%20Progress',
		'/toll-free-verifications/tfv_4M9L',
	]) {
		await good('GET', route);
	}
	const listId = await list(CSV);
	await good('POST', `/contact-lists/${listId}/analyze`);
	await good('GET', `/contact-lists/${listId}`);
	await sandbox.whenIdle();
	await good('GET', `/contact-lists/${listId}`);
	await good('POST', `/contact-lists/${listId}/analyze`);
	await good('GET', `/contact-lists/${listId}/download?type=analyzed`);
	await good('GET', '/contact-lists');
	const media = { source_url: files.put('rally.jpg', 'JPEG'), brand_id: 'brd_3M8D' };
	const { id: mediaId } = await good('POST', '/media', media);
	await good('GET', `/media/${mediaId}`);
	await sandbox.whenIdle();
	await good('GET', `/media/${mediaId}`);
	await good('GET', '/media');
	const id = await project(listId, {
		protocol: 'mms',
		media_ids: [mediaId],
		message_text: 'Hi {first_name}: {link}',
		link_tracking_enabled: true,
		link_tracking_destination_url: 'https://example.org/canvass',
		link_tracking_domain_id: 'tdm_1A2B',
	});
	await good('PATCH', `/projects/${id}`, { name: 'Canvass weekend 2' });
	await good('GET', `/projects/${id}/throughput`);
	await good('POST', `/projects/${id}/test`, { test_contacts: [{ phone: '+12025550199' }] });
	const at = { scheduled_at: '2026-10-20T09:00:00-06:00', scheduled_timezone: 'America/Denver' };
	await good('POST', `/projects/${id}/schedule`, at);
	await good('GET', `/projects/${id}`);
	await sandbox.whenIdle();
	const { id: copied } = await good('POST', `/projects/${id}/copy`);
	await good('POST', `/projects/${copied}/unschedule`);
	const [text] = sandbox.journal().texts('+12025550117');
	const { conversationId } = sandbox.answer(text.phone, text.sender, 'Yes, count me in');
	sandbox.click(sandbox.links()[1].code);
	await good('GET', '/conversations?include_test=true&limit=1');
	await good('GET', `/conversations/${conversationId}`);
	await good('POST', `/conversations/${conversationId}/messages`, { text: 'Great' });
	await good('GET', `/conversations/${conversationId}/messages`);
	await sandbox.whenIdle();
	await good('GET', '/projects');
	await good('GET', `/projects/${id}/stats`);
	const today = new Date().toISOString().slice(0, 10);
	const days = `startDate=${today}&endDate=${today}`;
	await good('GET', `/projects/stats?${days}&status=completed`);
	await good('GET', `/messages/stats?${days}`);
	await good('GET', `/ledger/usage?${days}`);
	await good('GET', `/ledger/usage/by-initiator?${days}`);
	const { id: spare } = await good('POST', '/media', { source_url: files.put('spare.png', 'PNG') });
	await good('DELETE', `/media/${spare}`);
	await good('DELETE', `/contact-lists/${await list(CSV)}`);
}

describe.each(['sdk', 'docs', 'mixed'] as const)('in the form of %s', (generation) => {
	let bench: Bench;
	useBench({ switches: { generation }, seed: generation }, (each) => (bench = each));

	it('every operation is asked and answered as the contract says', async () => {
		await wholeCampaign(bench);
		expect(bench.sandbox.violations()).toEqual([]);
		const asked = Object.keys(bench.sandbox.journal().summary().byOperation);
		expect(written.filter((id) => !asked.includes(id))).toEqual([]);
	});
});
