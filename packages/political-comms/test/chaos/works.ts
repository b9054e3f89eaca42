import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { id } from '../engine/politicalComms';
import { ORG } from '../unit/sandbox/bench';
import { CSV_URL, PICTURE_URL } from './sources';
import { testPhone, type Needs, type World } from './world';

/** One writing operation of the node, as the suite looks at it. */
export interface Work {
	/** The call that has the effect. */
	operationId: string;
	/** The effect, in the words of the account's journal. */
	effect: string;
	needs: Needs;
	/** Reads that it may make besides. */
	lookUps: readonly string[];
	/** Further writes that it may make. */
	follows?: readonly string[];
	/** What it can wait for. */
	job?: 'import' | 'analysis' | 'media';
	/**
	 * `once`: what was done can be done again, and must not be. `state`: doing it again does nothing
	 * more. `change`: doing it again does the same once more, without harm.
	 */
	nature: 'once' | 'state' | 'change';
	parameters(world: World): INodeParameters;
	/** What an item of a kind holds. */
	item(kind: number, world: World): IDataObject;
	/** What makes it a bad one. */
	bad: IDataObject;
}

const ref = { item: (kind: number, { refs }: World) => ({ ref: refs[kind] }), bad: { ref: '' } };
const REF = id('={{ $json.ref }}');
const schedule = { resource: 'project', operation: 'schedule', projectId: REF };
const NO_LOOK_UPS: readonly string[] = [];

export const works = {
	importList: {
		operationId: 'importContactList',
		effect: 'list_made',
		needs: 'files',
		lookUps: ['getContactList'],
		job: 'import',
		nature: 'once',
		parameters: () => ({
			resource: 'contactList',
			operation: 'import',
			sourceUrl: CSV_URL,
			listName: '={{ $json.name }}',
			phoneColumn: 'Mobile',
		}),
		item: (kind) => ({ name: `List #${kind}` }),
		bad: { name: '' },
	},
	importMedia: {
		operationId: 'importMedia',
		effect: 'media_made',
		needs: 'files',
		lookUps: ['getMedia'],
		job: 'media',
		nature: 'once',
		parameters: () => ({
			resource: 'media',
			operation: 'import',
			sourceUrl: '={{ $json.url }}',
			mediaName: '={{ $json.name }}',
		}),
		item: (kind) => ({ name: `rally #${kind}.jpg`, url: PICTURE_URL }),
		bad: { url: 'nowhere' },
	},
	analyze: {
		operationId: 'analyzeContactList',
		effect: 'analysis_started',
		needs: 'lists',
		lookUps: ['getContactList'],
		job: 'analysis',
		nature: 'state',
		parameters: () => ({ resource: 'contactList', operation: 'analyze', contactListId: REF }),
		...ref,
	},
	create: {
		operationId: 'createProject',
		effect: 'project_made',
		needs: 'files',
		lookUps: NO_LOOK_UPS,
		nature: 'once',
		parameters: ({ listId }) => ({
			resource: 'project',
			operation: 'create',
			organizationId: id(ORG),
			channel: '10dlc',
			brandId: id('brd_3M8D'),
			campaignId: id('cmp_9T4X'),
			phoneNumberIds: ['num_5W1C'],
			protocol: 'sms',
			name: '={{ $json.name }}',
			messageText: 'Can you join us?',
			contactListIds: [listId],
		}),
		item: (kind) => ({ name: `Project #${kind}` }),
		bad: { name: '' },
	},
	copy: {
		operationId: 'copyProject',
		effect: 'project_copied',
		needs: 'projects',
		lookUps: NO_LOOK_UPS,
		nature: 'once',
		parameters: () => ({ resource: 'project', operation: 'copy', projectId: REF }),
		...ref,
	},
	copyWithLists: {
		operationId: 'copyProject',
		effect: 'project_copied',
		needs: 'projects',
		lookUps: NO_LOOK_UPS,
		follows: ['updateProject'],
		nature: 'once',
		parameters: ({ listId }) => ({
			resource: 'project',
			operation: 'copy',
			projectId: REF,
			contactListIds: [listId],
		}),
		...ref,
	},
	sendTest: {
		operationId: 'testProject',
		effect: 'test_sent',
		needs: 'projects',
		lookUps: NO_LOOK_UPS,
		nature: 'once',
		parameters: ({ refs }) => ({
			resource: 'project',
			operation: 'sendTest',
			projectId: id(refs[0]),
			phones: '={{ $json.phone }}',
		}),
		item: (kind) => ({ phone: testPhone(kind) }),
		bad: { phone: 'nobody' },
	},
	scheduleNow: {
		operationId: 'scheduleProject',
		effect: 'project_scheduled',
		needs: 'projects',
		lookUps: ['getProject', 'getProjectStats'],
		nature: 'once',
		parameters: () => ({ ...schedule, when: 'now' }),
		...ref,
	},
	scheduleLater: {
		operationId: 'scheduleProject',
		effect: 'project_scheduled',
		needs: 'projects',
		lookUps: ['getProject', 'getProjectStats'],
		nature: 'once',
		parameters: () => ({ ...schedule, when: 'at', sendAt: '2030-05-01T12:00:00' }),
		...ref,
	},
	unschedule: {
		operationId: 'unscheduleProject',
		effect: 'project_unscheduled',
		needs: 'scheduled',
		lookUps: NO_LOOK_UPS,
		nature: 'state',
		parameters: () => ({ resource: 'project', operation: 'unschedule', projectId: REF }),
		...ref,
	},
	update: {
		operationId: 'updateProject',
		effect: 'project_changed',
		needs: 'projects',
		lookUps: NO_LOOK_UPS,
		nature: 'change',
		parameters: () => ({
			resource: 'project',
			operation: 'update',
			projectId: REF,
			changes: { messageText: 'Can you come?' },
		}),
		...ref,
	},
	reply: {
		operationId: 'replyToConversation',
		effect: 'reply_sent',
		needs: 'thread',
		lookUps: ['listConversationMessages'],
		nature: 'once',
		parameters: ({ refs }) => ({
			resource: 'conversation',
			operation: 'reply',
			conversationId: id(refs[0]),
			text: '={{ $json.text }}',
		}),
		item: (kind) => ({ text: `See you #${kind}` }),
		bad: { text: '' },
	},
	deleteList: {
		operationId: 'deleteContactList',
		effect: 'list_deleted',
		needs: 'lists',
		lookUps: NO_LOOK_UPS,
		nature: 'state',
		parameters: () => ({ resource: 'contactList', operation: 'delete', contactListId: REF }),
		...ref,
	},
	deleteMedia: {
		operationId: 'deleteMedia',
		effect: 'media_deleted',
		needs: 'media',
		lookUps: NO_LOOK_UPS,
		nature: 'state',
		parameters: () => ({ resource: 'media', operation: 'delete', mediaId: REF }),
		...ref,
	},
} satisfies Record<string, Work>;

export type WorkName = keyof typeof works;

/** Works whose requests must not be made twice, so that users can set safeguards. */
export const GUARDED: ReadonlySet<WorkName> = new Set<WorkName>([
	'importList',
	'importMedia',
	'analyze',
	'create',
	'copy',
	'copyWithLists',
	'sendTest',
	'scheduleNow',
	'scheduleLater',
	'reply',
]);
