/**
 * What can be known of a record from a response, by the rules: it was done, it was certainly not
 * done, or it is open. `notRefused`: done or open, both are fair.
 */
export type Told = 'done' | 'refused' | 'open' | 'notRefused';

/** What the account does with a request, and what the client sees of that. */
export interface Answer {
	/** Whether the record at a place is done. */
	does(place: number): boolean;
	reply: { status: number; text: string; headers?: Record<string, string> } | Error | 'never';
	told(place: number): Told;
	/** The request may be made again: certainly nothing was looked at. */
	again?: boolean;
	/** Every further request would fare the same: the run ends. `perhaps`: it may. */
	ends?: boolean | 'perhaps';
	/** The account says that it did nothing, and that is not true: nobody can know. */
	lies?: boolean;
}

/** A request as far as an answer depends on it. */
export interface Asked {
	/** Name of the count of taken records; `undefined` where a request has one record. */
	count?: string;
	recipients: readonly string[];
	/** Whether making it twice does no harm. */
	idempotent: boolean;
	/** Whether the operation knows what shows that a record was taken; else anything does. */
	isSpecific: boolean;
	/** What shows that one record was taken. */
	evidence: Record<string, unknown>;
	/** What is drawn of chances, e.g. whether the account did what it does not tell. */
	chance: number;
}

type Make = (asked: Asked) => Answer;

const all = () => true;
const none = () => false;

function json(status: number, body: unknown, headers?: Record<string, string>): Answer['reply'] {
	return { status, text: JSON.stringify(body), headers };
}

function good({ count, recipients, evidence }: Asked, extra: object = {}): Answer['reply'] {
	const counts = count === undefined ? evidence : { [count]: recipients.length, error_count: 0 };
	return json(200, { success: true, ...counts, ...extra });
}

/** A response that says no and holds something counts as no, but for what the operation looks for. */
function isPlainNo({ idempotent, count, isSpecific }: Asked): boolean {
	return count === undefined && (idempotent || !isSpecific);
}

/** The response says nothing about the work: done only where a repeat does no harm. */
const saysNothing =
	(reply: Answer['reply']): Make =>
	({ idempotent, chance }) => ({
		does: () => idempotent || chance < 0.5,
		reply,
		told: () => (idempotent ? 'done' : 'open'),
	});

/** Nobody can know whether it was done. */
const open =
	(reply: Answer['reply']): Make =>
	({ chance }) => ({ does: () => chance < 0.5, reply, told: () => 'open' });

const refusal =
	(reply: Answer['reply'], more: Partial<Answer> = {}): Make =>
	() => ({ does: none, reply, told: () => 'refused', ...more });

/** A response to many records; to a single one a good one. */
const many =
	(make: (asked: Asked & { count: string }) => Answer): Make =>
	(asked) =>
		asked.count === undefined
			? { does: all, reply: good(asked), told: () => 'done' }
			: make({ ...asked, count: asked.count });

/** An error of the connection, as the HTTP library throws it. */
function broken(syscall: string, code: string, message = `${syscall} ${code}`): Error {
	return Object.assign(new Error(message), { syscall, code, isAxiosError: true });
}

const PAGE = '<!doctype html><html><body>Please sign in</body></html>';
const NO = { success: false, error: 'Insufficient balance', code: 'payment_failed' };
const lost = (syscall: string, code: string) => open(broken(syscall, code));
const neverConnected = (error: Error) => refusal(error, { again: true });
const status = (code: number, body: object, more?: Partial<Answer>) =>
	refusal(json(code, body), more);

const taken: Make = (asked) => ({ does: all, reply: good(asked), told: () => 'done' });

export const answers = {
	good: taken,
	errorNull: (asked) => ({ does: all, reply: good(asked, { error: null }), told: () => 'done' }),
	errorEmpty: (asked) => ({ does: all, reply: good(asked, { error: '' }), told: () => 'done' }),
	errorZero: (asked) => ({ does: all, reply: good(asked, { error: 0 }), told: () => 'done' }),
	oddShape: (asked) => ({
		does: all,
		reply: good(asked, { odd: true }),
		told: () => 'notRefused',
	}),
	emptyObject: saysNothing(json(200, {})),
	emptyList: (asked) => (asked.count === undefined ? saysNothing : open)(json(200, []))(asked),
	noContent: saysNothing({ status: 204, text: '' }),
	emptyBody: saysNothing({ status: 200, text: '' }),
	saysNo: refusal(json(200, NO)),
	saysNoAndYes: (asked) => ({
		does: () => asked.chance < 0.5 && !isPlainNo(asked),
		reply: good(asked, { success: false }),
		told: () => (isPlainNo(asked) ? 'refused' : 'open'),
	}),
	countsAsText: many((asked) => ({
		does: all,
		reply: json(200, { [asked.count]: String(asked.recipients.length), error_count: '0' }),
		told: () => 'done',
	})),
	firstRefused: many(({ count, recipients }) => ({
		does: (place) => place > 0,
		reply: json(200, {
			[count]: recipients.length - 1,
			error_count: 1,
			errors: [{ index: 0, error: 'No such carrier', code: 'provider_error' }],
		}),
		told: (place) => (place === 0 ? 'refused' : 'done'),
	})),
	errorsWithoutIndex: many(({ count, recipients }) => ({
		does: (place) => place > 0,
		reply: json(200, { [count]: recipients.length - 1, errors: [{ error: 'No such carrier' }] }),
		told: () => 'open',
	})),
	countTooSmall: many(({ count, recipients }) => ({
		does: (place) => place > 0,
		reply: json(200, { success: true, [count]: recipients.length - 1, error_count: 0 }),
		told: () => 'open',
	})),
	countTooLarge: many(({ count, recipients }) => ({
		does: all,
		reply: json(200, { [count]: recipients.length, errors: [{ index: 0, error: 'No' }] }),
		told: (place) => (place === 0 ? 'open' : 'notRefused'),
	})),
	wrongPerson: many((asked) => {
		const { count, recipients } = asked;
		const other = recipients.findIndex((to) => to !== recipients[0]);
		if (other === -1) return taken(asked);
		const isDoubtful = (place: number) => place === 0 || recipients[place] === recipients[other];
		return {
			does: (place) => place !== other,
			reply: json(200, {
				[count]: recipients.length - 1,
				error_count: 1,
				errors: [{ index: 0, to: recipients[other], error: 'No such carrier' }],
			}),
			told: (place) => (isDoubtful(place) ? 'open' : 'notRefused'),
		};
	}),
	badRequest: status(400, { error: 'Not like this', code: 'invalid_body' }),
	noMoney: status(402, { error: 'Pay first', code: 'payment_required' }),
	forbidden: status(403, { error: 'Not this one', code: 'not_allowed' }),
	notFound: status(404, { error: 'No such thing', code: 'not_found' }),
	keyRefused: status(401, { error: 'Unknown key' }, { ends: true }),
	suspended: status(403, { error: 'Your account is suspended' }, { ends: true }),
	tooMany: status(429, { error: 'Slower' }, { again: true }),
	tooManyLater: refusal(json(429, {}, { 'retry-after': '2' }), { again: true }),
	tooManyLies: () => ({
		does: all,
		reply: json(429, {}),
		told: () => 'refused',
		again: true,
		lies: true,
	}),
	serverError: open(json(500, { error: 'Oops' })),
	badGateway: open({ status: 502, text: PAGE }),
	unavailable: open(json(503, { error: 'Later' })),
	redirect: refusal(
		{ status: 302, text: '', headers: { location: 'https://elsewhere.example' } },
		{ ends: true },
	),
	page: open({ status: 200, text: PAGE }),
	pageNotFound: refusal({ status: 404, text: PAGE }, { ends: 'perhaps' }),
	truncated: () => ({
		does: all,
		reply: { status: 200, text: '{"success":true,"queued' },
		told: () => 'open',
	}),
	never: open('never'),
	readReset: lost('read', 'ECONNRESET'),
	readNoHost: lost('read', 'EHOSTUNREACH'),
	readNoNet: lost('read', 'ENETUNREACH'),
	writeNoNet: lost('write', 'ENETDOWN'),
	writeNoHost: lost('write', 'EHOSTUNREACH'),
	hangUp: open(
		Object.assign(new Error('socket hang up'), { code: 'ECONNRESET', isAxiosError: true }),
	),
	connectRefused: neverConnected(broken('connect', 'ECONNREFUSED')),
	connectNoHost: neverConnected(broken('connect', 'EHOSTUNREACH')),
	noName: neverConnected(broken('getaddrinfo', 'EAI_AGAIN')),
	noTls: neverConnected(
		Object.assign(
			new Error('write EPROTO 0A00010B:SSL routines:ssl3_get_record:wrong version number'),
			{
				code: 'EPROTO',
				syscall: 'write',
				isAxiosError: true,
			},
		),
	),
	noHandshake: neverConnected(
		Object.assign(
			new Error('Client network socket disconnected before secure TLS connection was established'),
			{ code: 'ECONNRESET', isAxiosError: true },
		),
	),
} satisfies Record<string, Make>;

export type AnswerKind = keyof typeof answers;

export const answerKinds = Object.keys(answers) as AnswerKind[];

/** The answer of a kind to a request. */
export function answerOf(kind: AnswerKind, asked: Asked): Answer {
	return (answers[kind] as Make)(asked);
}
