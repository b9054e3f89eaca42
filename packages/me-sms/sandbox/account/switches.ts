import type { SwitchInfos } from '../../../../sandbox/core';
import type { LongParts } from '../messages/parts';

/** States of an account, and the choices where its documents leave one. */
export interface Switches {
	/** Where the fields of good responses stand. */
	bodies: 'flat' | 'data';
	/** Which of its possible names a field has (contract: x-aliases), where it has as many. */
	names: 'first' | 'second' | 'third' | 'fourth';
	/** The name of the list of rows; the first where a page has no such name. */
	rows: 'named' | 'data' | 'items' | 'sms';
	summary: CountsForm;
	drSummary: CountsForm;
	/** What stands for `drSummary` before a message is complete. */
	earlySummary: 'null' | 'missing';
	/** What a real send says. */
	sendResult: 'uuid' | 'nothing';
	balance: 'number' | 'text';
	/** How rows write their numbers. */
	rowNumbers: 'international' | 'local';
	cursors: 'number' | 'text';
	lastCursor: 'null' | 'missing' | 'repeated';
	/** What `hasMore` is true of: pages that are followed by rows, full pages, or all; or it is missing at the end. */
	hasMore: 'exact' | 'full' | 'always' | 'missing';
	/** Whether the list of messages heeds `page`. */
	messagePages: 'counted' | 'ignored';
	/** Whether errors have a code. */
	codes: 'some' | 'none';
	/** Statuses of the three refusals of a cancel. */
	cancelRefusals: 'mixed' | '400' | '409';
	/** Status for a sender that is not approved. */
	senderRefusal: '400' | '403';
	/** What one bad number does to its request. */
	badNumbers: 'refuse' | 'invalid';
	/** A `dryRun` that is not true or false. */
	dryRunText: 'refuse' | 'send';
	/** Whether `content` is filled with variables too. */
	content: 'filled' | 'plain';
	/** Whether a preview fills a template with its variables. */
	previews: 'filled' | 'plain';
	longParts: LongParts;
	/** Where the six provisional operations are. */
	paths: 'usual' | 'moved';
	/** What the website does with a path that the API does not have. */
	wrongPaths: 'missing' | 'page' | 'redirect';
}

export type CountsForm = 'list' | 'map' | 'total' | '_count';

const FORMS: Record<CountsForm, string> = {
	list: 'list with count',
	map: 'map by state',
	total: 'list with total',
	_count: 'list with _count',
};

export const SWITCHES: SwitchInfos<Switches> = {
	bodies: {
		label: 'Bodies',
		hint: 'Where the fields stand',
		usual: 'flat',
		choices: { flat: 'at the top', data: 'under data' },
	},
	names: {
		label: 'Names of fields',
		hint: 'Which of the possible ones',
		usual: 'first',
		choices: { first: 'first', second: 'second', third: 'third', fourth: 'fourth' },
	},
	rows: {
		label: 'Name of rows',
		hint: 'In pages',
		usual: 'named',
		choices: { named: 'as the things in it', data: 'data', items: 'items', sms: 'sms' },
	},
	summary: { label: 'summary', hint: 'Of recipients', usual: 'list', choices: FORMS },
	drSummary: { label: 'drSummary', hint: 'Of a message', usual: 'map', choices: FORMS },
	earlySummary: {
		label: 'Early drSummary',
		hint: 'Before a message is complete',
		usual: 'null',
		choices: { null: 'null', missing: 'missing' },
	},
	sendResult: {
		label: 'Result of Send',
		hint: 'Of a real one',
		usual: 'uuid',
		choices: { uuid: 'the uuid', nothing: 'no uuid' },
	},
	balance: {
		label: 'Balance',
		hint: 'How it is written',
		usual: 'number',
		choices: { number: 'number', text: 'text' },
	},
	rowNumbers: {
		label: 'Numbers of rows',
		hint: 'Of recipients',
		usual: 'international',
		choices: { international: '66…', local: '0…' },
	},
	cursors: {
		label: 'Cursors',
		hint: 'Of recipients',
		usual: 'number',
		choices: { number: 'numbers', text: 'texts' },
	},
	lastCursor: {
		label: 'Last cursor',
		hint: 'What the last page holds',
		usual: 'null',
		choices: { null: 'null', missing: 'nothing', repeated: 'the one before' },
	},
	hasMore: {
		label: 'hasMore',
		hint: 'When it is true',
		usual: 'exact',
		choices: {
			exact: 'while there are rows',
			full: 'after a full page',
			always: 'always',
			missing: 'missing at the end',
		},
	},
	messagePages: {
		label: 'Pages of messages',
		hint: 'Whether page counts',
		usual: 'counted',
		choices: { counted: 'counted', ignored: 'ignored' },
	},
	codes: {
		label: 'Codes of errors',
		hint: 'On Send and Cancel',
		usual: 'some',
		choices: { some: 'with codes', none: 'without' },
	},
	cancelRefusals: {
		label: 'Refusals of Cancel',
		hint: 'Their statuses',
		usual: 'mixed',
		choices: { mixed: '400 or 409', '400': '400', '409': '409' },
	},
	senderRefusal: {
		label: 'Unapproved sender',
		hint: 'Its status',
		usual: '400',
		choices: { '400': '400', '403': '403' },
	},
	badNumbers: {
		label: 'Bad numbers',
		hint: 'What one does to its request',
		usual: 'refuse',
		choices: { refuse: '400 for all', invalid: 'its own state: invalid' },
	},
	dryRunText: {
		label: 'dryRun as a text',
		hint: 'What Send does',
		usual: 'refuse',
		choices: { refuse: '400', send: 'sends for real' },
	},
	content: {
		label: 'Places in content',
		hint: 'Whether variables fill them',
		usual: 'filled',
		choices: { filled: 'filled', plain: 'left as they are' },
	},
	previews: {
		label: 'Places in previews',
		hint: 'Whether variables fill them',
		usual: 'filled',
		choices: { filled: 'filled', plain: 'left as they are' },
	},
	longParts: {
		label: 'Long texts',
		hint: 'Characters of each part',
		usual: 'joined',
		choices: { joined: '67 or 153', plain: '70 or 160' },
	},
	paths: {
		label: 'Paths',
		hint: 'Of the provisional operations',
		usual: 'usual',
		choices: { usual: 'as assumed', moved: 'all moved' },
	},
	wrongPaths: {
		label: 'Wrong paths',
		hint: 'What the website does',
		usual: 'missing',
		choices: { missing: '404 page', page: '200 page', redirect: '307 elsewhere' },
	},
};
