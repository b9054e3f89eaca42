import { resolve } from 'node:path';

import { describeExamples } from '../../../../test/kit/describeExamples';
import { MeSms } from '../../nodes/MeSms/MeSms.node';
import { MeSmsTrigger } from '../../nodes/MeSms/MeSmsTrigger.node';

describeExamples({
	folder: resolve(__dirname, '../..'),
	descriptions: {
		'n8n-nodes-me-sms.meSms': new MeSms().description,
		'n8n-nodes-me-sms.meSmsTrigger': new MeSmsTrigger().description,
	},
	wordsInBold: [
		/^(Set up|Try it):$/,
		/^(Execute workflow|Publish|Phone)$/,
		// Another example, by its name.
		/^Answers into the Sheet$/,
		// Sentences that warn.
		/ .*(costs? |real)/,
	],
	// Thailand reserves no numbers for fiction; these are those of the contract's samples.
	numbers: {
		any: /"[+\d][\d -]{7,}\d"/g,
		ofNobody: /^"(?:\+66 |0)?(?:81 ?234 ?56\d\d|2 123 4567)"$/,
	},
});
