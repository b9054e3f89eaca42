import { describeTexts } from '../../../../test/kit/describeTexts';
import { MeSms } from '../../nodes/MeSms/MeSms.node';
import { resources } from '../../nodes/MeSms/operations';

describeTexts({
	node: new MeSms(),
	resources,
	costs: [],
	first: ['getAll', 'get', 'getDelivery', 'request'],
});
