import { perItem, required } from '../../../../../../kernel';
import { endpoints } from '../../api/endpoints';
import { messageOf } from '../../api/message';
import { uuidField } from '../../fields/uuid';

/** contract: getMessage. */
export const getMessage = perItem({
	resource: 'message',
	operation: 'get',
	name: 'Get',
	action: 'Get a message',
	description: 'Get a message with its state. ME-SMS does not document its path.',
	fields: [required(uuidField)],
	request: ({ uuid }) => ({ endpoint: endpoints.getMessage, pathParameters: { uuid } }),
	output: messageOf,
});
