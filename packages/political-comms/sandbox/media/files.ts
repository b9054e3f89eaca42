import { Refusal } from '../requests/refusal';

/** A file for MMS. */
export interface MediaFile {
	id: string;
	name: string;
	orgId: string;
	brandId: string | null;
	sourceUrl: string;
	status: 'importing' | 'ready' | 'failed';
	contentType: string | null;
	bytes: number;
	createdAt: string;
	optimizedAt: string | null;
	/** Why it failed; the API does not tell. */
	reason?: string;
}

/** The files of the account, oldest first. */
export class MediaFiles {
	/** Source files that are on their way. */
	fetching = 0;
	private readonly byId = new Map<string, MediaFile>();

	add(file: MediaFile): void {
		this.byId.set(file.id, file);
	}

	remove(id: string): void {
		this.byId.delete(id);
	}

	all(): MediaFile[] {
		return [...this.byId.values()];
	}

	get(id: string): MediaFile | undefined {
		return this.byId.get(id);
	}

	/**
	 * One that belongs to one of these organizations.
	 *
	 * @throws ApiError when there is none
	 */
	find(id: string, orgIds: ReadonlySet<string>): MediaFile {
		const file = this.byId.get(id);
		if (file === undefined || !orgIds.has(file.orgId)) throw new Refusal('NOT_FOUND');
		return file;
	}
}
