import type { Effect } from '../../../sandbox/core';
import type { Account } from './account/account';
import type { CreditState } from './account/credits';
import type { KeyNames } from './account/keys';
import type { Sender } from './account/senders';
import type { Settings } from './account/settings';
import { stateOf } from './messages/message';
import type { Message } from './messages/message';
import { partsOf } from './messages/parts';
import type { MessageState, StateCounts } from './messages/states';
import type { Visit } from './paths/website';
import { seededNumbers } from './seed/numbers';

/** A message with what the phones know of it. */
export interface MessageReport {
	uuid: string;
	status: MessageState;
	sender: string;
	content: string;
	/** Numbers accepted. */
	numbers: number;
	/** Those of them that came as 0 and nine digits. */
	local: number;
	credits: number;
	/** Texts that repeat an earlier one from the same sender to the same phone, in this message or before. */
	repeated: number;
	counts: StateCounts;
}

/** A message that was not asked for by a request. */
export interface MessageInput {
	/** How many numbers, all different. */
	numbers: number;
	/** Which numbers: the same ones for the same value; default 1. */
	numbersFrom?: number;
	sender?: string;
	content?: string;
	/** ISO 8601; default now. */
	scheduledTime?: string;
}

/** What a test can do with an ME-SMS account. */
export interface MeSmsControls {
	/** API keys by what they are good for. */
	keys(): KeyNames;
	settings(): Settings;
	/** Changes the named settings and returns all of them; messages keep the times they were accepted with. */
	setSettings(changes: Partial<Settings>): Settings;
	/** Halts the account's clock, so that states change only when it is set or advanced, or lets it run. */
	haltClock(halted: boolean): void;
	credits(): CreditState;
	setCredits(balance: number): CreditState;
	senders(): Sender[];
	/** Adds a sender name, or changes the one there is. */
	putSender(sender: Pick<Sender, 'name'> & Partial<Sender>): Sender;
	/** False when there is no such name. */
	removeSender(name: string): boolean;
	/** Makes a contact group of so many numbers, or changes the one there is. */
	putGroup(id: number, numbers: number): void;
	putTemplate(id: number, text: string): void;
	/** Every message in the order they were accepted. */
	messages(): MessageReport[];
	/**
	 * The numbers of a message, in their order, as 66 and nine digits.
	 *
	 * @throws Error when there is no such message
	 */
	numbersOf(uuid: string): string[];
	/** Puts a message of any size in, free of charge, as if it had been sent. Returns its uuid. */
	addMessage(input: MessageInput): string;
	/** What was done, in order; all, or what is of one kind. */
	effects(kind?: string): readonly Effect[];
	/** Requests that followed a redirect to the website's other host. */
	visits(): Visit[];
}

export function controlsOf(account: () => Account): MeSmsControls {
	return {
		keys: () => account().keys.names,
		settings: () => ({ ...account().settings }),
		setSettings: (changes) => ({ ...Object.assign(account().settings, changes) }),
		haltClock: (halted) => {
			const { clock, outbox } = account();
			if (halted) clock.halt();
			else clock.run();
			outbox.clockMoved();
		},
		credits: () => account().credits.own.state(),
		setCredits: (balance) => {
			account().credits.own.set(balance);
			return account().credits.own.state();
		},
		senders: () => account().senders.list(),
		putSender: (sender) => account().senders.put(sender),
		removeSender: (name) => account().senders.remove(name),
		putGroup: (id, numbers) => {
			account().groups.set(id, seededNumbers(numbers, id));
		},
		putTemplate: (id, text) => {
			account().templates.set(id, text);
		},
		messages: () => reportsOf(account()),
		numbersOf: (uuid) => {
			const message = account().outbox.get(uuid);
			if (message === undefined) throw new Error(`There is no message ${uuid}`);
			return message.recipients.msisdns();
		},
		addMessage: (input) => addMessage(account(), input),
		effects: (kind) => account().journal.effects(kind),
		visits: () => account().website.seen(),
	};
}

function reportsOf({ outbox, journal }: Account): MessageReport[] {
	outbox.settle();
	const repeated = new Map(journal.blockCounts().map((each) => [each.messageId, each.repeated]));
	return outbox.all().map((message: Message) => {
		const elapsed = outbox.elapsed(message);
		const { uuid, sender, content, local, credits, recipients } = message;
		return {
			uuid,
			status: stateOf(message, elapsed),
			sender,
			content,
			numbers: recipients.length,
			local,
			credits,
			repeated: repeated.get(uuid) ?? 0,
			counts: recipients.counts(elapsed),
		};
	});
}

function addMessage({ outbox, switches }: Account, input: MessageInput): string {
	const { numbers, numbersFrom = 1, sender = 'TEAHOUSE', content = 'Hello' } = input;
	const { scheduledTime } = input;
	return outbox.accept({
		numbers: seededNumbers(numbers, numbersFrom),
		unreadable: new Map(),
		local: 0,
		owner: 'own',
		sender,
		content,
		parts: partsOf(content, switches.longParts),
		credits: 0,
		scheduledAt: scheduledTime === undefined ? null : Date.parse(scheduledTime),
	}).uuid;
}
