import type { Account } from '../account/account';
import type { Message } from '../messages/message';
import { isOptOut } from '../phones/opt-out-words';
import type { Project } from './project';

/** What became of the texts of a project, test sends or the others. */
export interface Counts {
	/** All texts that were handed to the carrier. */
	sent: number;
	/** Those of them without an outcome. */
	waiting: number;
	delivered: number;
	failed: number;
	replies: number;
	optOuts: number;
	clicks: number;
	uniqueClicks: number;
	cents: number;
}

/** The counters of a project. */
export function countsOf(account: Account, { id }: Project, isTest: boolean): Counts {
	const threads = account.threads
		.list()
		.filter((thread) => thread.projectId === id && thread.isTest === isTest);
	const messages = threads.flatMap((thread) => thread.messages);
	const links = account.links
		.list()
		.filter((link) => link.projectId === id && link.isTest === isTest);
	const sent = messages.filter(({ origin }) => origin === 'project' || origin === 'test');
	const received = messages.filter(({ direction }) => direction === 'inbound');
	const inState = (status: Message['status']) => sent.filter((each) => each.status === status);
	return {
		sent: sent.length,
		waiting: inState('sent').length,
		delivered: inState('delivered').length,
		failed: inState('failed').length,
		replies: received.length,
		optOuts: new Set(received.filter(({ text }) => isOptOut(text)).map(({ phone }) => phone)).size,
		clicks: links.reduce((sum, { clicks }) => sum + clicks, 0),
		uniqueClicks: links.filter(({ clicks }) => clicks > 0).length,
		cents: inState('delivered').reduce((sum, { bill }) => sum + (bill?.cents ?? 0), 0),
	};
}
