/** API key of the sandbox when the options name none; `pc_live_` is documented, the rest opaque. */
export const DEFAULT_API_KEY = 'pc_live_sandbox0000000000000000';
