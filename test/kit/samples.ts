import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

/** One run of an operation: the preview of its output, its test in the engine and its test in n8n. */
export interface Sample {
	parameters?: INodeParameters;
	/** One item per outcome that looks different; one empty item unless given. */
	items?: IDataObject[];
	/** What the first output item holds, among other things. */
	gives: IDataObject;
	/** What the editor's preview shows where that is not the output of this run; `none` for no preview. */
	preview?: IDataObject[] | 'none';
	/** The workflow waits for a person after this run. */
	waits?: true;
}

/** The samples of one resource, by operation. */
export type Samples = Record<string, Sample>;

export interface NamedSample extends Sample {
	/** `resource/operation`. */
	name: string;
	resource: string;
	operation: string;
}

/** Files of a folder of samples that hold none. */
const OTHERS = ['index', 'sample'];

/** Every sample of a folder: each file is named after a resource and exports its samples as default. */
export function samplesIn(folder: string): NamedSample[] {
	return readdirSync(folder)
		.map((file) => path.parse(file).name)
		.filter((name) => !OTHERS.includes(name))
		.sort()
		.flatMap((resource) => {
			// eslint-disable-next-line @typescript-eslint/no-require-imports
			const { default: own } = require(path.join(folder, resource)) as { default: Samples };
			return Object.entries(own).map(([operation, sample]) => ({
				...sample,
				name: `${resource}/${operation}`,
				resource,
				operation,
			}));
		});
}

/** A picker in its mode "By ID". */
export const byId = (value: string) => ({ __rl: true, mode: 'id', value });
/** Columns found by their names in the input. */
export const automatic = { columns: { mappingMode: 'autoMapInputData', value: null } };
/** Rows behind an "Add" button. */
export const rows = (...all: INodeParameters[]) => ({ rows: all });
/** Rows of name and value. */
export const assignments = (values: Record<string, string>) => ({
	assignments: Object.entries(values).map(([name, value], index) => ({
		id: String(index),
		name,
		value,
		type: 'string',
	})),
});
