import type { ICredentialType, INodeProperties, INodeTypeDescription } from 'n8n-workflow';

import { TracklyApi } from '../../../credentials/TracklyApi.credentials';
import { Trackly } from '../../../nodes/Trackly/Trackly.node';
import { TracklyTrigger } from '../../../nodes/Trackly/TracklyTrigger.node';

/** A text that a user reads in the editor, and where it stands. */
export interface EditorText {
	place: string;
	text: string;
}

/** Names under which descriptions keep what users read. */
const SHOWN = new Set([
	...['displayName', 'description', 'placeholder', 'hint', 'action', 'errorMessage', 'message'],
	...['header', 'inactive', 'active', 'activationHint', 'activationMessage', 'subtitle'],
	...['eventTriggerDescription', 'searchHint', 'relationHint', 'waitingNodeTooltip'],
]);

/** Names whose value is shown only as the label of an option. */
const LABEL = 'name';

/** Every text in a part of a description. */
function textsIn(part: unknown, place: string): EditorText[] {
	if (Array.isArray(part)) return part.flatMap((each: unknown) => textsIn(each, place));
	if (typeof part !== 'object' || part === null) return [];
	const here = 'name' in part ? `${place} > ${String(part.name)}` : place;
	return Object.entries(part).flatMap(([key, value]: [string, unknown]) => {
		if (typeof value !== 'string') return textsIn(value, here);
		const isOption = key === LABEL && 'value' in part;
		return SHOWN.has(key) || isOption ? [{ place: `${here} (${key})`, text: value }] : [];
	});
}

const nodes: readonly INodeTypeDescription[] = [
	new Trackly().description,
	new TracklyTrigger().description,
];
const credential: ICredentialType = new TracklyApi();

/** Every text of both nodes and of the credential. */
export const editorTexts: readonly EditorText[] = [
	...nodes.flatMap((description) => textsIn(description, 'node')),
	...textsIn(credential.properties, 'credential'),
	...textsIn(credential.test, 'credential test'),
];

/** A parameter, and how deep it lies inside of others. */
export interface PlacedProperty {
	property: INodeProperties;
	depth: number;
}

function unfold(property: INodeProperties, depth: number): PlacedProperty[] {
	const inside = (property.options ?? []).flatMap((option) => {
		if ('values' in option) return option.values;
		return 'displayName' in option ? [option] : [];
	});
	return [{ property, depth }, ...inside.flatMap((option) => unfold(option, depth + 1))];
}

/** Every parameter of both nodes. */
export const editorProperties: readonly PlacedProperty[] = nodes.flatMap(({ properties }) =>
	properties.flatMap((property) => unfold(property, 0)),
);
