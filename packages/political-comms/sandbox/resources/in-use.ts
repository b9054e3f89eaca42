import type { Project } from '../projects/project';
import { Refusal } from '../requests/refusal';

/** @throws ApiError when there are projects that refer to something, with their ids and states */
export function refuseInUse(code: string, projects: readonly Project[]): void {
	if (projects.length === 0) return;
	throw new Refusal(code, {
		status: 409,
		details: { projects: projects.map(({ id, name, status }) => ({ id, name, status })) },
	});
}
