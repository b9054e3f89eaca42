import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { list } from '../kit/account';

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

/** Stands for the id of a text that was sent before. */
export const SENT = '{id of a text}';

export const PHONE = '+12025550111';
/** Too short to be one. */
export const NO_PHONE = '5550111';
export const OFFER = 'offer_123';

export { list };
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
