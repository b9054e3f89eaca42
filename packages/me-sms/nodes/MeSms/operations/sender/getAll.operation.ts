import { booleanField, collectionField, getMany } from '../../../../../../kernel';
import { endpoints } from '../../api/endpoints';
import { senderRows } from '../../api/rows';
import { isApproved, senderOf } from '../../api/sender';

const filters = collectionField('filters', { displayName: 'Filters', placeholder: 'Add filter' }, [
	booleanField('onlyApproved', {
		displayName: 'Only Approved',
		default: true,
		description: 'Whether to return only names that texts can be sent under',
	}),
]);

/** contract: listSenders. */
export const getSenders = getMany({
	resource: 'sender',
	operation: 'getAll',
	name: 'Get Many',
	action: 'Get many sender names',
	description:
		'Get the sender names of the account, shared ones too. ME-SMS does not document its path.',
	fields: [filters],
	request: () => ({ endpoint: endpoints.listSenders }),
	rows: ({ filters: { onlyApproved } }) => senderRows(onlyApproved ? isApproved : undefined),
	output: senderOf,
});
