/** API key of the sandbox when the options name none; the form of a key is not documented. */
export const DEFAULT_API_KEY = 'mesms_sandbox_0000000000000000';
