import { senders } from './senders';

/** What can be picked in the action node. */
export const pickers = { listSearch: { searchSenders: senders } };
