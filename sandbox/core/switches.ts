/** A state of the account that can be switched, as the page shows it. */
export interface SwitchInfo<Value> {
	label: string;
	/** What the API does while it is not as usual. */
	hint: string;
	/** Its value at the start. A boolean one is in trouble when it has the other value. */
	usual: Value;
	/** The values of a switch with more than two states, each with its words. */
	choices?: Readonly<Record<Value & string, string>>;
}

export type SwitchInfos<Switches extends object> = {
	[Key in keyof Switches]: SwitchInfo<Switches[Key]>;
};

/** The switches as they are at the start. */
export function usualSwitches<Switches extends object>(infos: SwitchInfos<Switches>): Switches {
	const entries = Object.entries<SwitchInfo<unknown>>(infos);
	return Object.fromEntries(entries.map(([key, { usual }]) => [key, usual])) as Switches;
}

/** JSON schema of a change of some switches. */
export function switchesSchema(infos: Readonly<Record<string, SwitchInfo<unknown>>>): object {
	const properties = Object.entries(infos).map(([key, { choices }]) => [
		key,
		choices === undefined ? { type: 'boolean' } : { enum: Object.keys(choices) },
	]);
	return {
		type: 'object',
		additionalProperties: false,
		properties: Object.fromEntries(properties),
	};
}
