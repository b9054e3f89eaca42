/** A ratio of the bench, where 1 means as fast as the other way. */
export interface Comparison {
	figure: string;
	/** Its name in the picture. */
	bar: string;
	/** What was measured, and against what, in the table. */
	what: string;
	against: string;
}

const MANY = 'Send Many, 10,000 items, Map Automatically';
const WAITS = 'the same, each response after 200 ms';
const PAGING = "HTTP Request's pagination";
const TRIGGER = 'Trackly SMS Trigger';

/** What the page and its picture show, in order. */
export const COMPARISONS: readonly Comparison[] = [
	{
		figure: 'sendManyVsHttpNode',
		bar: 'Send Many / HTTP Request per item',
		what: MANY,
		against: 'HTTP Request, one request per item',
	},
	{
		figure: 'sendManyVsHandPacked',
		bar: 'Send Many / Code that packs + HTTP Request',
		what: MANY,
		against: 'Code that packs 1,000, then HTTP Request',
	},
	{
		figure: 'manualMappingVsEditFields',
		bar: 'Send Many, mapped manually / Edit Fields',
		what: 'Send Many, 5,000 items, three expressions',
		against: 'Edit Fields, the same three, without sending',
	},
	{
		figure: 'sendOneByOneVsHttpNode',
		bar: 'Send / HTTP Request per item',
		what: 'Send, 1,000 items one by one',
		against: 'HTTP Request, all requests together',
	},
	{
		figure: 'getAllVsHttpNode20ms',
		bar: 'Get Many / HTTP Request paging, 20 ms',
		what: 'Get Many, 100,000 contacts',
		against: PAGING,
	},
	{
		figure: 'getAllVsHttpNode200ms',
		bar: 'Get Many / HTTP Request paging, 200 ms',
		what: WAITS,
		against: PAGING,
	},
	{
		figure: 'triggerVsWebhook',
		bar: 'Trigger / open Webhook',
		what: TRIGGER,
		against: 'a Webhook node that accepts everybody',
	},
	{
		figure: 'triggerVsSecuredWebhook',
		bar: 'Trigger / Webhook with Header Auth',
		what: TRIGGER,
		against: 'a Webhook node with Header Auth',
	},
	{
		figure: 'triggerVsGithubTrigger',
		bar: 'Trigger / GitHub Trigger',
		what: TRIGGER,
		against: "n8n's GitHub Trigger",
	},
	{
		figure: 'answersVsWaitNode',
		bar: 'Send and Wait, answers / HTTP Request + Wait',
		what: 'Send and Wait for Response, answers on its page',
		against: 'HTTP Request that texts the link of a Wait node',
	},
	{
		figure: 'importVsHandBuilt',
		bar: 'Political Comms import / HTTP Request, Wait, If',
		what: 'Political Comms, ten imports until they are ready',
		against: 'HTTP Request, then Wait, HTTP Request and If',
	},
];

/** Figures that stand alone in the second table: what they are, and their unit. */
export const OTHERS: ReadonlyArray<readonly [figure: string, what: string, unit: string]> = [
	['sendManyGuardedCost', 'Send Many, 10,000 items: with a key each and opt-outs', '× without'],
	['sendGuardedCost', 'Send, 500 items one by one: with a key each and opt-outs', '× without'],
	['keyMsWith10kKeys', 'A new key, when 10,000 are remembered', 'ms an item'],
	['keyMsWith100kKeys', 'A new key, when 100,000 are remembered', 'ms an item'],
	['growth10kTo100k', 'Time an item, 100,000 items against 10,000', '×'],
	['getAllMemoryVsHttpNode', 'Memory: HTTP Request and Split Out against Get Many', '×'],
	['bytesPerItem', 'Memory for each further item of Send Many', 'bytes'],
	['bytesPerItemOfNode', 'of these the node’s own', 'bytes'],
	['bytesPerItemWorking', 'of these not for its output', 'bytes'],
	['numbersFileMB', 'Memory for two million numbers of a file in one request (ME-SMS)', 'MB'],
	['answersPerSecond', 'Answers on the page of Send and Wait', 'a second'],
	['loadActionMs', 'Loading the action node', 'ms'],
	['loadMs', 'Loading both nodes', 'ms'],
	['packedKB', 'The package', 'kB packed'],
];
