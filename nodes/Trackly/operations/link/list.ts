import { required } from '../../../../kernel';
import { listNumberField } from '../../fields/list';

/** The list that a link belongs to; without one there is no link. */
export const linkListField = required(
	listNumberField('listNumber', { description: 'The list whose short-link domain the link is on' }),
	'missing_list_identifier',
);
