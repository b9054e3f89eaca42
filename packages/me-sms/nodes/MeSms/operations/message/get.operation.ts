import { perItem, required } from '../../../../../../kernel';
import { endpoints } from '../../api/endpoints';
import { uuidField } from '../../fields/uuid';

/** contract: getMessage. */
export const getMessage = perItem({
	resource: 'message',
	operation: 'get',
	name: 'Get',
	action: 'Get a message',
	description: 'Get the state of one message. The path is provisional.',
	fields: [required(uuidField)],
	request: ({ uuid }) => ({ endpoint: endpoints.getMessage, pathParameters: { uuid } }),
});
