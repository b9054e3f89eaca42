import type { Effect } from '../../../sandbox/core';
import type { Account } from './account/account';
import type { KeyNames } from './account/keys';
import type { Settings } from './account/settings';
import type { ReplyRefusal } from './conversations/threads';
import type { OutcomeRule } from './messages/message';
import { click } from './phones/click';
import { reply } from './phones/reply';
import type { ReplyResult } from './phones/reply';
import { pause } from './projects/life';
import type { PauseReason } from './projects/life';
import type { TrackedLink } from './projects/links';
import { Refusal } from './requests/refusal';

/** What a test can do with a Political Comms account. */
export interface PoliticalCommsControls {
	/** API keys by what they are good for. */
	keys(): KeyNames;
	settings(): Settings;
	/** Changes the named settings and returns all of them. */
	setSettings(changes: Partial<Settings>): Settings;
	/** What was done, in order; all, or what is of one kind. Requests that repeat by key add nothing. */
	effects(kind?: string): readonly Effect[];
	/** Texts a number of the account as the contact; STOP opts out. */
	answer(phone: string, sender: string, text: string): ReplyResult;
	/** Opts a number out of the texts of an organization, or in again. */
	setOptedOut(orgId: string, phone: string, isOut?: boolean): void;
	/** Tracked links of the texts sent so far. */
	links(): TrackedLink[];
	/** Follows the link with that code as its contact. */
	click(code: string): TrackedLink;
	/** Decides what becomes of texts to certain numbers; others are delivered. */
	setOutcomes(rules: OutcomeRule[]): void;
	/** Pauses a project as the platform does, or a person (`manual`, or words of their own). */
	pauseProject(id: string, reason: PauseReason | string): void;
	/** Makes replies in a thread fail with a code; without one, they work again. */
	refuseReplies(conversationId: string, code?: ReplyRefusal): void;
	/** The next import, analysis or media import that ends, fails. */
	failNext(work: 'import' | 'analysis' | 'media'): void;
	/** Why an import failed; the API does not tell. */
	reasonOf(id: string): string | undefined;
}

export function controlsOf(account: () => Account): PoliticalCommsControls {
	return {
		keys: () => account().keys.names,
		settings: () => ({ ...account().settings }),
		setSettings: (changes) => account().set(changes),
		effects: (kind) => account().journal.effects(kind),
		answer: (phone, sender, text) => reply(account(), phone, sender, text),
		setOptedOut: (orgId, phone, isOut = true) => account().setOptedOut(orgId, phone, isOut),
		links: () => account().links.list(),
		click: (code) => click(account(), code),
		setOutcomes: (rules) => {
			account().outcomes = rules;
		},
		pauseProject: (id, reason) => pause(account(), known(account().projects.get(id), id), reason),
		refuseReplies: (id, code) => {
			known(account().threads.get(id), id).refusal = code;
		},
		failNext: (work) => {
			account().failNext.add(work);
		},
		reasonOf: (id) => account().lists.get(id)?.import.reason ?? account().media.get(id)?.reason,
	};
}

function known<Value>(value: Value | undefined, id: string): Value {
	if (value === undefined) throw new Refusal('NOT_FOUND', { text: `There is no ${id}` });
	return value;
}
