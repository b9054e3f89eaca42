import type { GuardedWork, JsonObject } from '../../../../../kernel';

/** How a write that must not be made twice is guarded; a dry run shows the body that would be sent. */
export function once(subject: string, more: Partial<GuardedWork> = {}): GuardedWork {
	return {
		subject,
		identify: () => ({}),
		preview: (body: JsonObject) => ({ wouldSend: body }),
		...more,
	};
}
