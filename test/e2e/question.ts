import type { IDataObject } from 'n8n-workflow';

import { until } from '../../host/poll';
import { manualWorkflow, trackly, type World } from './world';
import { SOON } from './soon';

/** Who is asked. */
export const CUSTOMER = '+12025550117';

/** A question that was texted and is waited for. */
interface Asked {
	executionId: string;
	/** The address in the text. */
	link: string;
	text: string;
}

/** Questions by Send and Wait in a world. */
export function useQuestion(world: () => World) {
	const ask = (options: IDataObject = {}, parameters: IDataObject = {}) =>
		trackly(world(), {
			resource: 'message',
			operation: 'sendAndWait',
			listNumber: { __rl: true, mode: 'number', value: '+18005550142' },
			to: '={{ $json.to }}',
			message: '=Shall we ship <b>order {{ $json.order }}</b> today?',
			options: { wrapLinks: false, ...options },
			...parameters,
		} as Parameters<typeof trackly>[1]);

	/** Runs the workflow until it waits, and reads the link that the customer got. */
	async function start(node = ask()): Promise<Asked> {
		const { n8n, sandbox, credential } = world();
		const before = sandbox.journal().texts(CUSTOMER).length;
		const id = await n8n.importWorkflow(manualWorkflow([{ to: CUSTOMER, order: '1187' }], node), [
			credential,
		]);
		const executionId = await n8n.run(id);
		const { text } = await until(
			'the text',
			SOON,
			async () => sandbox.journal().texts(CUSTOMER)[before],
		);
		await until('the wait', SOON, async () =>
			(await n8n.execution(executionId)).status === 'waiting' ? true : undefined,
		);
		return { executionId, link: /https?:\S+/.exec(text)![0], text };
	}

	return { ask, start };
}

/** Posts the form of the page. */
export const post = async (link: string, form: Record<string, string>) =>
	await fetch(link, { method: 'POST', body: new URLSearchParams(form) });

/** Presses a button of the page. */
export const press = async (link: string, approved: string) => await post(link, { approved });

/** What somebody who was asked once can make of the own link: the number of another execution. */
export function linkOfAnother(own: Asked, other: Asked): string {
	const link = new URL(own.link);
	link.pathname = link.pathname.replace(`/${own.executionId}`, `/${other.executionId}`);
	if (link.href === own.link) throw new Error('The link does not hold the number of its execution');
	return link.href;
}
