/** What can be picked in the action node: one, by `searchListMethod`, or several, by `loadOptionsMethod`. */
export const pickers = { listSearch: {}, loadOptions: {} };
