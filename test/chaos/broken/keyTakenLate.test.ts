import type { Claims } from '../../../kernel/n8n/dispatch/idempotencyKeys';
import { expectCaught } from './caught';

type OpenClaims = (...given: unknown[]) => Claims;

// Looks keys up before the request, and keeps them when the node ends.
jest.mock('../../../kernel/n8n/dispatch/idempotencyKeys', () => {
	const actual = jest.requireActual<{ openClaims: OpenClaims }>(
		'../../../kernel/n8n/dispatch/idempotencyKeys',
	);
	return {
		...actual,
		openClaims: (...given: unknown[]): Claims => {
			const claims = actual.openClaims(...given);
			const late = new Set<string>();
			return {
				async take(keys) {
					const known = await claims.take(keys);
					const fresh = keys.filter((key) => !known.has(key));
					await claims.release(fresh);
					fresh.forEach((key) => late.add(key));
					return known;
				},
				async release(keys) {
					keys.forEach((key) => late.delete(key));
				},
				async confirm() {
					await claims.take([...late]);
				},
			};
		},
	};
});

expectCaught(
	'idempotency keys are recorded after the send',
	({ key }) => key?.diesAtRequest !== undefined,
);
