import type { SwitchInfos } from '../../../../sandbox/core';
import type { RateKind } from '../requests/rate-limits';

/** States of an account, and the choices where its documents leave one. */
export interface Switches {
	/** Which texts of the vendor the responses follow; `mixed` changes with every response. */
	generation: 'docs' | 'sdk' | 'mixed';
	/** Who writes errors of the key: the API, with a code, or the layer before it, without. */
	authErrors: 'api' | 'layer';
	rateLimit: RateKind;
	/** Whether a 429 says how long to wait. */
	retryAfter: boolean;
	/** Whether the body of a 429 has a code. */
	rateLimitCode: boolean;
	/** What `Idempotency-Key` does. */
	idempotency: 'kept' | 'ignored';
	/** What a known key with another body gets. */
	keyConflict: 'refuse' | 'replay';
	/** Whether refused requests are remembered by their key. */
	keepFailures: boolean;
	sending: 'on' | 'organization' | 'platform';
	onboarding: 'complete' | 'profile' | 'funding' | 'both';
	/** Whether projects pause outside the sending window. */
	quietHours: boolean;
	/** Whether only a tested project can be scheduled. */
	testRequired: boolean;
	/** Whether the estimate of a project's throughput comes in time. */
	estimates: 'ready' | 'unknown' | 'late';
	eventIds: 'message' | 'unique';
	eventBodies: 'flat' | 'nested';
	/** Whether STOP raises message.replied. */
	stopIsReply: boolean;
	webhookSignature: 'right' | 'wrong' | 'missing';
	webhookRewritten: boolean;
	webhookTwice: boolean;
	webhookDisordered: boolean;
}

export const SWITCHES: SwitchInfos<Switches> = {
	generation: {
		label: 'Form of responses',
		hint: 'The documentation and the SDK differ',
		usual: 'sdk',
		choices: { sdk: 'SDK', docs: 'documentation', mixed: 'both in turn' },
	},
	authErrors: {
		label: 'Errors of the key',
		hint: 'With a code or without',
		usual: 'api',
		choices: { api: 'with a code', layer: 'error and message only' },
	},
	rateLimit: {
		label: 'Rate limit',
		hint: 'What more requests get: 429',
		usual: 'off',
		choices: {
			off: 'none, no headers',
			hour: '100 an hour',
			kinds: '100, 60 and 30 a minute',
			minute: '600 a minute',
			bucket: 'bursts of 600, 10 a second',
		},
	},
	retryAfter: { label: 'No Retry-After', hint: 'A 429 says nothing of a wait', usual: true },
	rateLimitCode: { label: 'No code in 429', hint: 'The body holds retryAfter', usual: true },
	idempotency: {
		label: 'Idempotency-Key',
		hint: 'Whether repeats are known',
		usual: 'kept',
		choices: { kept: 'kept', ignored: 'ignored' },
	},
	keyConflict: {
		label: 'Known key, other body',
		hint: 'What it gets',
		usual: 'refuse',
		choices: { refuse: '409', replay: 'the first response' },
	},
	keepFailures: {
		label: 'Failures are kept',
		hint: 'A repeat by key of a refused request is refused again',
		usual: false,
	},
	sending: {
		label: 'Sending',
		hint: 'The vendor can pause it: 409',
		usual: 'on',
		choices: { on: 'on', organization: 'organization paused', platform: 'platform paused' },
	},
	onboarding: {
		label: 'Account set-up',
		hint: 'Projects need it: 403',
		usual: 'complete',
		choices: {
			complete: 'complete',
			profile: 'profile missing',
			funding: 'funding missing',
			both: 'profile and funding missing',
		},
	},
	quietHours: {
		label: 'Quiet hours',
		hint: 'Projects pause outside 8:00 to 22:00',
		usual: false,
	},
	testRequired: { label: 'Test required', hint: 'Before a project is scheduled', usual: false },
	estimates: {
		label: 'Throughput',
		hint: 'Of carriers',
		usual: 'ready',
		choices: { ready: 'known', unknown: 'not known now', late: '503, too late' },
	},
	eventIds: {
		label: 'Event ids',
		hint: 'X-Event-ID of webhooks',
		usual: 'message',
		choices: { message: 'id of the message', unique: 'one each' },
	},
	eventBodies: {
		label: 'Event bodies',
		hint: 'Where the fields stand',
		usual: 'flat',
		choices: { flat: 'at the top', nested: 'under data' },
	},
	stopIsReply: { label: 'STOP is silent', hint: 'It raises no message.replied', usual: true },
	webhookSignature: {
		label: 'Signatures',
		hint: 'Of webhooks',
		usual: 'right',
		choices: { right: 'right', wrong: 'wrong', missing: 'missing' },
	},
	webhookRewritten: {
		label: 'Bodies rewritten',
		hint: 'Other bytes than the signed ones',
		usual: false,
	},
	webhookTwice: { label: 'Events twice', hint: 'Every webhook is posted twice', usual: false },
	webhookDisordered: {
		label: 'Events out of order',
		hint: 'Every other one comes late',
		usual: false,
	},
};
