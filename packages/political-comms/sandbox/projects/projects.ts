import { Refusal } from '../requests/refusal';
import type { Project } from './project';

/** The projects of the account, oldest first. */
export class Projects {
	private readonly byId = new Map<string, Project>();
	/** Texts to T-Mobile by campaign and Pacific day. */
	readonly usedCap = new Map<string, number>();

	add(project: Project): Project {
		this.byId.set(project.id, project);
		return project;
	}

	all(): Project[] {
		return [...this.byId.values()];
	}

	get(id: string): Project | undefined {
		return this.byId.get(id);
	}

	/**
	 * One that belongs to one of these organizations.
	 *
	 * @throws ApiError when there is none
	 */
	find(id: string, orgIds: ReadonlySet<string>): Project {
		const project = this.byId.get(id);
		if (project === undefined || !orgIds.has(project.orgId)) throw new Refusal('NOT_FOUND');
		return project;
	}

	/** Those that refer to a list, for whatever. */
	withList(listId: string): Project[] {
		return this.all().filter(
			({ listIds, suppressionIds }) => listIds.includes(listId) || suppressionIds.includes(listId),
		);
	}

	withMedia(mediaId: string): Project[] {
		return this.all().filter(({ mediaIds }) => mediaIds.includes(mediaId));
	}
}
