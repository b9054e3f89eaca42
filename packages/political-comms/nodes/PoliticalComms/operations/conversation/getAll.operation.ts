import {
	booleanField,
	dateTimeField,
	type Field,
	getMany,
	InputError,
} from '../../../../../../kernel';
import { limits } from '../../api/contract.generated/limits';
import { endpoints } from '../../api/endpoints';
import { conversationRows } from '../../api/rows';
import { simple } from '../../api/simple';
import { filtersOf } from '../../fields/filters';
import { optionalOne } from '../../fields/one';

const DAY = 24 * 60 * 60 * 1_000;

const updatedSince = dateTimeField('updatedSince', {
	displayName: 'Updated Since',
	placeholder: 'e.g. 2026-10-20T15:00:00Z',
	description:
		'Only conversations with a reply since then. Without it, those of the last 7 days; at most 90 days back.',
});

const updatedSinceField: Field<'updatedSince', string | undefined> = {
	...updatedSince,
	read(raw, label, scope) {
		const moment = updatedSince.read(raw, label, scope);
		const days = limits.conversation_lookback_days;
		if (moment === undefined || Date.parse(moment) >= Date.now() - days * DAY) return moment;
		const wrong = `is more than ${days} days back, which is as far as conversations go`;
		throw new InputError(label, 'invalid_updated_since', wrong);
	},
};

/** Threads with at least one reply, latest reply first (contract: listConversations). */
export const getConversations = getMany({
	resource: 'conversation',
	operation: 'getAll',
	name: 'Get Many',
	action: 'Get many conversations',
	description: 'Ask at most once a minute: get many conversations with replies, latest reply first',
	fields: [
		filtersOf(
			booleanField('includeTest', {
				displayName: 'Include Test Conversations',
				default: true,
				description: 'Whether to include conversations that began with a test of a project',
			}),
			optionalOne('projectId', 'Only conversations of this project'),
			updatedSinceField,
		),
	],
	request: ({ filters: { projectId, updatedSince: since, includeTest } }) => ({
		endpoint: endpoints.listConversations,
		query: { project_id: projectId, updated_since: since, include_test: includeTest },
	}),
	rows: conversationRows,
	simplify: simple.conversation,
});
