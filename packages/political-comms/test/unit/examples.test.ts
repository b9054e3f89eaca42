import { resolve } from 'node:path';

import { describeExamples } from '../../../../test/kit/describeExamples';
import { PoliticalComms } from '../../nodes/PoliticalComms/PoliticalComms.node';
import { PoliticalCommsTrigger } from '../../nodes/PoliticalComms/PoliticalCommsTrigger.node';

const action = new PoliticalComms().description;

describeExamples({
	folder: resolve(__dirname, '../..'),
	descriptions: {
		'n8n-nodes-political-comms.politicalComms': action,
		'n8n-nodes-political-comms.politicalCommsTool': action,
		'n8n-nodes-political-comms.politicalCommsTrigger': new PoliticalCommsTrigger().description,
	},
	wordsInBold: [
		/^(Set up|Try it):$/,
		/^(Execute workflow|Publish|Admin > Webhooks)$/,
		// Sentences that warn.
		/ .*(costs? |real|answers each)/,
	],
	numbers: { any: /\+1\d{10}/g, ofNobody: /^\+1\d{3}55501\d{2}$/ },
});
