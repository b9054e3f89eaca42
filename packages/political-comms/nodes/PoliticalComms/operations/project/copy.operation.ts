import { andThen, evidenceIn, isJsonObject, perItem } from '../../../../../../kernel';
import { dataOf } from '../../api/data';
import { endpoints } from '../../api/endpoints';
import { simple } from '../../api/simple';
import { many } from '../../fields/many';
import { once } from '../../fields/once';
import { one } from '../../fields/one';

const listsField = many(
	'contactListIds',
	'Who gets the copy: a copy takes no lists along. Without any, it is a draft',
);

const isMade = evidenceIn('project_id', 'id');

/** A new draft with text, numbers and settings of a project (contract: copyProject, updateProject). */
export const copyProject = andThen(
	perItem({
		resource: 'project',
		operation: 'copy',
		name: 'Copy',
		action: 'Copy a project',
		description:
			'Copy a project into a new draft with its text, numbers and settings, and attach lists',
		fields: [one('projectId', 'The project to copy'), listsField],
		request: ({ projectId }) => ({
			endpoint: endpoints.copyProject,
			pathParameters: { id: projectId },
		}),
		evidence: (body) => isJsonObject(body) && isMade(body.data),
		output: dataOf,
		simplify: simple.project,
		guarded: once('copy'),
	}),
	{
		fields: [listsField],
		request: ({ contactListIds }, copy) =>
			contactListIds?.length
				? {
						endpoint: endpoints.updateProject,
						pathParameters: { id: String(simple.project(copy).id) },
						body: { contact_list_ids: contactListIds },
					}
				: undefined,
		output: (body, copy) => ({ ...copy, ...simple.project(dataOf(body)) }),
		describe: (copy) => `copied as ${String(simple.project(copy).id)}`,
	},
);
