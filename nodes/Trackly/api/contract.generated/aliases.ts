// Written by "npm run contract" from contract/trackly-v2.openapi.yaml. Change that, not this.

/** Names of a value in a response, in the order to look for them, by schema (contract: x-aliases). */
export const aliases = {
	ReplyEvent: {
		sender: ['phone_number', 'from'],
		list: ['list_number', 'to'],
		text: ['body', 'message', 'text'],
	},
} as const;
