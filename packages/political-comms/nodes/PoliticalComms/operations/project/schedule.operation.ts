import { booleanField, collectionField, perItem } from '../../../../../../kernel';
import { dataOf } from '../../api/data';
import { endpoints } from '../../api/endpoints';
import { simple } from '../../api/simple';
import { once } from '../../fields/once';
import { one } from '../../fields/one';
import { runningAnalysisField, untilAnalyzed } from '../../fields/runningAnalysis';
import { checkNotPast, momentOf, rawSendAtField, whenField, zoneField } from './moment';
import { checkGuards, guardsField } from './scheduleGuards';

const USUAL_ZONE = 'America/New_York';

const optionsField = collectionField(
	'options',
	{ displayName: 'Options', placeholder: 'Add option' },
	[
		booleanField('dailyCapBypass', {
			displayName: 'Run Past T-Mobile Daily Cap',
			description:
				'Whether to continue when the brand has reached its daily cap at T-Mobile, where texts may then fail and still cost. It holds until the next call.',
		}),
		runningAnalysisField,
	],
);

/** Commits a project to be sent, or starts a paused one again (contract: scheduleProject). */
export const scheduleProject = perItem({
	resource: 'project',
	operation: 'schedule',
	name: 'Schedule or Resume',
	action: 'Schedule or resume a project',
	description:
		'Sends real texts to all recipients and costs money: schedule a project, or resume a paused one',
	fields: [
		one('projectId', 'The project to send'),
		whenField,
		rawSendAtField,
		zoneField,
		guardsField,
		optionsField,
	],
	request: ({ projectId, options, ...at }, { startedAt }) => ({
		endpoint: endpoints.scheduleProject,
		pathParameters: { id: projectId },
		body: {
			// As soon as possible is the moment that the run began, so that each of its tries asks for the same.
			scheduled_at: momentOf(at, startedAt()),
			scheduled_timezone: at.timeZone ?? USUAL_ZONE,
			daily_cap_bypass: options.dailyCapBypass ?? false,
		},
	}),
	retryUntil: untilAnalyzed,
	check: ({ projectId, when, guards }, { body }) => {
		const moment = String(body?.scheduled_at);
		const timeZone = String(body?.scheduled_timezone);
		return async (client) => {
			if (when !== 'now') checkNotPast(moment, Date.now());
			await checkGuards(client, { projectId, moment, timeZone, guards }, Date.now());
		};
	},
	output: (body, { pathParameters }) => ({ project_id: pathParameters?.id, ...dataOf(body) }),
	simplify: simple.projectScheduled,
	guarded: once('schedule'),
});
