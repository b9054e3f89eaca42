import { answerIsLost } from '../../../../test/chaos/lostAnswer';
import type { Part } from '../../../../test/chaos/toItsEnd';
import type { RequestEntry } from '../../sandbox';
import { keyOf } from './asks';
import type { Scenario } from './scenario';

interface Body {
	msisdns?: unknown[];
	content?: string;
	scheduledTime?: string;
	dryRun?: unknown;
}

/** A send as it crossed the wire. */
export interface WireSend {
	entry: RequestEntry;
	body: Body;
	isDry: boolean;
	/** Texts that it asks for. */
	keys: ReadonlySet<string>;
	/** Whether the client cannot know from the response what was done. */
	isLost: boolean;
}

/** The sends of an execution, in the order of their responses. */
export function sendsIn({ switches }: Scenario, { requests }: Part): WireSend[] {
	return requests
		.filter(({ operationId }) => operationId === 'sendSms')
		.map((entry) => {
			const body = (entry.body ?? {}) as Body;
			const isDry = body.dryRun !== undefined;
			const saysNothing = !isDry && entry.done && switches.sendResult === 'nothing';
			return {
				entry,
				body,
				isDry,
				keys: new Set(
					(body.msisdns ?? []).map((number) => keyOf(String(number), body.content ?? '')),
				),
				isLost: answerIsLost(entry) || saysNothing,
			};
		});
}

/** Numbers that a request carries, as they stand on the wire. */
export function numbersIn({ requests }: Part): unknown[] {
	return requests.flatMap(({ body }) => (body as Body | undefined)?.msisdns ?? []);
}
