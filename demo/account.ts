import type { N8nHost } from '../host/n8n';
import type { DemoAccount } from './demo';

/** A simulated account that is open. */
interface OpenAccount {
	url: string;
	apiUrl: string;
	apiKey: string;
	stop(): Promise<void>;
}

/** What a demo does on its account. */
interface Show<Campaign, Counts> {
	/** Imports the workflows with a credential. */
	setUp(n8n: N8nHost): Promise<Campaign>;
	/** ID of the workflow to open in the editor. */
	toOpen(campaign: Campaign): string;
	/** @param say takes a line for people at every step */
	run(n8n: N8nHost, campaign: Campaign, say: (line: string) => void): Promise<Counts>;
	/** @throws Error when the campaign did not go as it must */
	assertWentWell(counts: Counts): void;
	/** Ends what the demo has besides the account. */
	close?(): void;
}

/** The account of a demo, with the campaign that is set up on it first and then runs. */
export function demoAccount<Campaign, Counts extends object>(
	{ url, apiUrl, apiKey, stop }: OpenAccount,
	show: Show<Campaign, Counts>,
): DemoAccount {
	let campaign: Campaign;
	return {
		url,
		apiUrl,
		apiKey,
		setUp: async (n8n) => {
			campaign = await show.setUp(n8n);
			return show.toOpen(campaign);
		},
		run: async (n8n, say) => {
			const counts = await show.run(n8n, campaign, say);
			show.assertWentWell(counts);
			return counts;
		},
		stop: async () => {
			await stop();
			show.close?.();
		},
	};
}
