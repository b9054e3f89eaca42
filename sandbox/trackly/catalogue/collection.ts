/** What every record of a collection has. */
export interface CollectionRow {
	id: string | number;
	status: string;
}

/** Records of one kind by id. An archived one stays readable, lists show it only when asked to. */
export class Collection<Row extends CollectionRow> {
	private readonly rows = new Map<string, Row>();

	constructor(
		seeds: readonly Row[],
		/** The word for it: schedules say `archive`. */
		private readonly archivedState: Row['status'] = 'archived',
	) {
		for (const row of structuredClone(seeds)) this.put(row);
	}

	put(row: Row): Row {
		this.rows.set(String(row.id), row);
		return row;
	}

	get(id: string): Row | undefined {
		return this.rows.get(id);
	}

	/** All but archived ones, or those in one state; in the order they were made. */
	list(status?: string): Row[] {
		return [...this.rows.values()].filter((row) =>
			status === undefined ? row.status !== this.archivedState : row.status === status,
		);
	}

	archive(row: Row): void {
		row.status = this.archivedState;
	}
}
