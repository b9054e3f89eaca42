import { failure, success, type Outcome } from '../../delivery/outcome';
import type { Field } from '../fields/field';
import type { Operation, RunContext } from '../run/operation';
import { readValues } from '../run/values';

/** A file that an item outputs. */
export interface FileForm<Value> {
	/** Field of the reading operation that says whether the item wants a file. */
	by: Field<string, Value>;
	isWanted(value: Value): boolean;
	/** Name in the output of the text that becomes the file, and of the file's name. */
	text: string;
	fileName: string;
	mimeType: string;
	/** Name of the file among those of the item. */
	property: string;
}

/** An operation whose output has a text that becomes a file of the item, where the item wants that. */
export function asFile<Value>(reading: Operation, form: FileForm<Value>): Operation {
	return {
		...reading,
		async run(run) {
			const outcomes = await reading.run(run);
			const files: Outcome[] = [];
			// One after the other: each may be large.
			for (const [itemIndex, outcome] of outcomes.entries()) {
				files.push(await toFile(run, form, outcome, itemIndex));
			}
			return files;
		},
	};
}

async function toFile<Value>(
	run: RunContext,
	{ by, isWanted, text, fileName, mimeType, property }: FileForm<Value>,
	outcome: Outcome,
	itemIndex: number,
): Promise<Outcome> {
	if (!outcome.ok) return outcome;
	try {
		if (!isWanted(readValues(run, [by], itemIndex)[by.name] as Value)) return outcome;
		const [{ [text]: content, ...json }] = outcome.items;
		const bytes = Buffer.from(String(content));
		const { prepareBinaryData } = run.context.helpers;
		const file = await prepareBinaryData(bytes, String(json[fileName]), mimeType);
		return { ...success([json]), files: { [property]: file } };
	} catch (error) {
		return failure(error);
	}
}
