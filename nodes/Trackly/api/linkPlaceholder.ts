/** Placeholder of a link in a creative's text (contract: CreativeMessage). */
export const LINK_PLACEHOLDER = /\{\{(link[0-9]+)\}\}/g;
