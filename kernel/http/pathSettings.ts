/** The settings of a credential that replace paths which an API does not document. */
export interface PathSettings {
	/** What users call a setting, with where it stands, e.g. `Custom Paths > Balance`. */
	labelOf(setting: string): string;
	/** The replacements that a credential holds, by setting, checked. @throws InputError */
	pathsIn(credential: Record<string, unknown>): Readonly<Record<string, string>>;
}
