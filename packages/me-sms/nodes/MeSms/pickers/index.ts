/** What can be picked in the action node. */
export const pickers = {};
