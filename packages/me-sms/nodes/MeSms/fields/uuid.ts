import { type Field, idReader, textField } from '../../../../../kernel';

/** The message that an operation is about, by what Send returned. Opaque (contract: MessageUuid). */
export const uuidField: Field<'uuid', string | undefined> = {
	...textField('uuid', {
		displayName: 'Message UUID',
		placeholder: 'e.g. 5b1f0c6e-2f0a-4b7e-9d57-1c2a7f0e8a11',
		description: 'UUID of the message, which Send returned',
	}),
	read: idReader('message'),
};
