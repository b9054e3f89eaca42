import type { IHttpRequestOptions } from 'n8n-workflow';

import { answerOf, type Answer, type AnswerKind, type Told } from './answers';
import type { VirtualClock } from './clock';
import { contactOf, optOutPage } from './lookUps';
import type { Process } from './process';
import type { Scenario } from './scenario';
import { LIST, OTHER_LIST, works, type Work } from './works';

/** One request that left for the account to do something, as the account saw it. */
export interface Sent {
	/** The try of the node that it belongs to. */
	attempt: number;
	/** Virtual time at which it left. */
	at: number;
	/** Virtual time at which the node knew what came of it. */
	back?: number;
	kind: AnswerKind;
	/** Marks of its records, and whom they are for. */
	uids: string[];
	recipients: string[];
	done: boolean[];
	told: Told[];
	again: boolean;
	ends: boolean | 'perhaps';
	lies: boolean;
}

/** Milliseconds that a response takes at most. */
const SLOWEST = 400;
/** How long a response that never comes is waited for before something is wrong, milliseconds. */
export const LONGEST_WAIT = 61_000;

/** The account in the model: does what is asked or does not, and says what the scenario wants it to. */
export class Account {
	readonly sent: Sent[] = [];
	/** Tries whose look-up was not answered as it should have been. */
	readonly poorLookUps = new Set<number>();
	/** Requests that were waited for without end. */
	endlessWaits = 0;

	constructor(
		private readonly scenario: Scenario,
		private readonly clock: VirtualClock,
		private readonly random: () => number,
		private readonly optedOut: readonly string[],
	) {}

	/** @throws what the HTTP library throws */
	async handle(process: Process, attempt: number, options: IHttpRequestOptions) {
		const url = new URL(options.url);
		if (options.method === 'GET') return await this.lookUp(process, url, options.abortSignal);
		return await this.work(process, attempt, options);
	}

	private async lookUp(process: Process, url: URL, stop: IHttpRequestOptions['abortSignal']) {
		const { lookUp, lists } = this.scenario;
		const phone = decodeURIComponent(/\/contacts\/(.+)$/.exec(url.pathname)?.[1] ?? '');
		const page = Number(url.searchParams.get('page') ?? 1);
		const reply =
			phone === ''
				? optOutPage(lookUp, this.optedOut, page)
				: { status: 200, text: contactOf(lists, phone, LIST, OTHER_LIST) };
		await process.call(this.latency(), () => {});
		if (stop?.aborted) throw cancelled();
		if (reply === 'lost') throw connectionLost();
		return { statusCode: reply.status, headers: {}, body: reply.text };
	}

	private async work(process: Process, attempt: number, options: IHttpRequestOptions) {
		const { kinds, work } = {
			kinds: this.scenario.answers,
			work: works[this.scenario.work] as Work,
		};
		const body = String(options.body ?? '');
		const records = recordsIn(body);
		const kind = kinds[this.sent.length % kinds.length];
		const answer = answerOf(kind, {
			count: work.count,
			recipients: records.map(({ to }) => to),
			idempotent: work.idempotent,
			isSpecific: work.isSpecific,
			evidence: work.evidence,
			chance: this.random(),
		});
		const sent: Sent = {
			attempt,
			at: this.clock.now,
			kind,
			uids: records.map(({ uid }) => uid),
			recipients: records.map(({ to }) => to),
			done: records.map(() => false),
			told: records.map((_, place) => answer.told(place)),
			again: answer.again === true,
			ends: answer.ends ?? false,
			lies: answer.lies === true,
		};
		const latency = this.latency();
		const isOver = await process.call(0, () => {
			this.sent.push(sent);
			sent.done = records.map((_, place) => answer.does(place));
			return this.wait(answer.reply === 'never' ? undefined : latency, options.abortSignal);
		});
		if (!isOver) {
			// The node gave up waiting: it cannot know what the account said.
			sent.told = records.map(() => 'open');
			sent.again = false;
		}
		sent.back = this.clock.now;
		if (process.isDead) throw cancelled();
		if (!isOver) throw cancelled();
		return responseOf(answer);
	}

	/** @returns whether the time was up before the caller had enough of it */
	private async wait(
		duration: number | undefined,
		stop: IHttpRequestOptions['abortSignal'],
	): Promise<boolean> {
		if (stop?.aborted) return false;
		let isOver: boolean | undefined;
		const ended = new Promise<void>((resolve) => {
			const end = () => {
				isOver ??= false;
				resolve();
			};
			stop?.addEventListener?.('abort', end, { once: true });
		});
		const time = this.clock.sleep(duration ?? LONGEST_WAIT).then(() => {
			if (isOver === undefined && duration === undefined) this.endlessWaits++;
			isOver ??= duration !== undefined;
		});
		await Promise.race([time, ended]);
		return isOver === true;
	}

	private latency(): number {
		return 1 + Math.floor(this.random() * SLOWEST);
	}
}

/** The records of a request with their marks. */
function recordsIn(body: string): Array<{ uid: string; to: string }> {
	const content = body === '' ? {} : (JSON.parse(body) as Record<string, unknown>);
	const lists = Object.values(content).filter(Array.isArray) as unknown[][];
	return (lists[0] ?? [content]).map((record) => {
		const fields = record as Record<string, unknown>;
		const to = String(fields.to ?? fields.phone_number ?? fields.message_id);
		return { uid: /#(\w+)#/.exec(JSON.stringify(record))?.[1] ?? to, to };
	});
}

function responseOf({ reply }: Answer) {
	if (reply instanceof Error) throw reply;
	if (reply === 'never') throw connectionLost();
	return { statusCode: reply.status, headers: reply.headers ?? {}, body: reply.text };
}

function cancelled(): Error {
	return Object.assign(new Error('canceled'), { code: 'ERR_CANCELED', isAxiosError: true });
}

function connectionLost(): Error {
	const facts = { code: 'ECONNRESET', syscall: 'read', isAxiosError: true };
	return Object.assign(new Error('read ECONNRESET'), facts);
}
