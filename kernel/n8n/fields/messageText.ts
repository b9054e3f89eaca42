import { placeholderInExpression, refuseLostPlaceholders } from '../../input/placeholders';
import { readText, type Reader } from '../../input/read';
import { textColumn, textField, type Column, type Field, type FieldOptions } from './field';

const readMessageText: Reader<string | undefined> = (raw, label, scope) => {
	refuseLostPlaceholders(scope.written, label);
	return readText(raw, label, scope);
};

/** A text with placeholders such as `{{first_name}}` that the API fills in, not n8n. */
export function messageTextField<Name extends string>(
	name: Name,
	look: FieldOptions,
): Field<Name, string | undefined> {
	return { ...textField(name, look), read: readMessageText };
}

/** The same as a column. */
export function messageTextColumn<Id extends string>(
	...[id, displayName, look]: Parameters<typeof textColumn<Id>>
): Column<Id, string | undefined> {
	return { ...textColumn(id, displayName, look), checkWritten: refuseLostPlaceholders };
}

/**
 * A text whose placeholders are explained below it, by a notice: n8n shows a hint in Fixed mode only,
 * and cannot tell the modes apart for a notice.
 *
 * @param placeholder the one to explain, e.g. `first_name`
 */
export function explainedMessageText<Name extends string>(
	name: Name,
	look: FieldOptions,
	placeholder: string,
): readonly [Field<Name, string | undefined>, Field<`${Name}Notice`, undefined>] {
	const written = placeholderInExpression(placeholder);
	const notice = `${name}Notice` as const;
	return [
		messageTextField(name, look),
		{
			name: notice,
			property: {
				displayName: `To use a placeholder such as {{${placeholder}}} within an expression, write ${written}, or switch ${look.displayName} to Fixed`,
				name: notice,
				type: 'notice',
				default: '',
			},
			read: () => undefined,
		},
	];
}
