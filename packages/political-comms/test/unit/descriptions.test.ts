import { describeTexts } from '../../../../test/kit/describeTexts';
import { PoliticalComms } from '../../nodes/PoliticalComms/PoliticalComms.node';
import { resources } from '../../nodes/PoliticalComms/operations';

describeTexts({
	node: new PoliticalComms(),
	resources,
	costs: ['conversation: reply', 'project: sendTest', 'project: schedule', 'contactList: analyze'],
	// What a user picks first is nothing that costs money or reaches people.
	first: ['getAll', 'get', 'messageStats', 'request'],
});
