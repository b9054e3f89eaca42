/** One contact of a list. */
export interface Contact {
	phone: string;
	/** Values by merge tag. */
	fields: Record<string, string>;
	/** Row of the file, from 0 after the header. */
	row: number;
	isAnalyzed: boolean;
}

/** contract: ContactListImportState.status */
export type ImportStatus = 'uploading' | 'processing' | 'ready' | 'failed';
/** contract: ContactListAnalysisState.status */
export type AnalysisStatus = 'not_started' | 'processing' | 'complete' | 'failed';

/** Counts of an import that ended. */
export interface ImportCounts {
	rows: number;
	duplicates: number;
	badNumbers: number;
	optedOut: number;
}

/** contract: MergeTagMapping */
export type MergeTagMapping = Partial<Record<StandardTag, string>> & {
	custom_fields?: Array<{ csv_column: string; merge_tag: string }>;
};
export type StandardTag =
	| 'first_name'
	| 'last_name'
	| 'address'
	| 'address_line_2'
	| 'city'
	| 'state'
	| 'zip';

export interface ContactList {
	id: string;
	name: string;
	orgId: string;
	brandId: string | null;
	sourceUrl: string;
	phoneColumn: string;
	mergeTags: MergeTagMapping;
	createdAt: string;
	/** Milliseconds by the account's clock. */
	startedAt: number;
	import: {
		status: ImportStatus;
		counts?: ImportCounts;
		startedAt: string | null;
		completedAt: string | null;
		/** Why it failed; the API does not tell. */
		reason?: string;
	};
	analysis: { status: AnalysisStatus };
	/** The file as it came. */
	file?: string;
	contacts: Contact[];
}
