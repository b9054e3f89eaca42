import { booleanField, waitFieldsShown } from '../../../../../kernel';

/** A switch for waiting until what was started is ready, and how long. */
export function waitingFields(initial: boolean, description: string) {
	const waitField = booleanField('waitUntilReady', {
		displayName: 'Wait Until Ready',
		default: initial,
		description,
	});
	return [waitField, ...waitFieldsShown({ waitUntilReady: [true] })] as const;
}
