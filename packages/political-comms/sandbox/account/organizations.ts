import { Refusal } from '../requests/refusal';
import type { Organization } from '../seed/organizations';

/** The tree of organizations, of which a key sees one branch. */
export class Organizations {
	private readonly byId: ReadonlyMap<string, Organization>;

	constructor(organizations: readonly Organization[]) {
		this.byId = new Map(organizations.map((each) => [each.id, each]));
	}

	get(id: string): Organization {
		const organization = this.byId.get(id);
		if (organization === undefined) throw new Error(`There is no organization ${id}`);
		return organization;
	}

	name(id: string): string {
		return this.get(id).name;
	}

	children(id: string): Organization[] {
		return [...this.byId.values()].filter(({ parentId }) => parentId === id);
	}

	/** An organization and all below it. */
	branch(id: string): Organization[] {
		return [this.get(id), ...this.children(id).flatMap((child) => this.branch(child.id))];
	}

	isBelow(id: string, top: string): boolean {
		return this.branch(top).some((each) => each.id === id);
	}

	/**
	 * Ids of the organizations that a request is about: the one it names, or the branch of its key.
	 *
	 * @throws ApiError when the one it names is outside that branch
	 */
	meant(top: string, named?: string): Set<string> {
		if (named === undefined) return new Set(this.branch(top).map(({ id }) => id));
		this.refuseForeign(top, named);
		return new Set([named]);
	}

	/** @throws ApiError when an organization is outside the branch of a key */
	refuseForeign(top: string, named: string): void {
		const isKnown = this.byId.has(named) && this.isBelow(named, top);
		if (!isKnown) throw new Refusal('ORG_ACCESS_DENIED');
	}
}
