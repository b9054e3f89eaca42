/**
 * Jest cannot load this library, which openapi-backend requires and which is an ES module only. The
 * sandbox gives openapi-backend a parsed contract that it resolves by other means, so nothing of the
 * library is needed; Jest takes this file in its place by itself, in all tests.
 */
const notNeeded = () => {
	throw new Error('Not available in tests');
};

export default {
	parse: async (document: unknown) => document,
	resolve: notNeeded,
	dereference: notNeeded,
};
