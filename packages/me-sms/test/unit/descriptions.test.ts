import { describeTexts } from '../../../../test/kit/describeTexts';
import { MeSms } from '../../nodes/MeSms/MeSms.node';
import { resources } from '../../nodes/MeSms/operations';

describeTexts({
	node: new MeSms(),
	resources,
	costs: ['message: send', 'message: sendMany', 'message: sendFile'],
	first: ['getAll', 'get', 'normalize', 'preview', 'request'],
});
