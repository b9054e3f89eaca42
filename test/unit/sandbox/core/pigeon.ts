import { createHash } from 'node:crypto';
import path from 'node:path';
import {
	ApiError,
	ApiResponse,
	BaseAccount,
	createSandbox,
	eachRecord,
} from '../../../../sandbox/core';
import { usualSwitches } from '../../../../sandbox/core';
import type { AccountBasis, Call, SandboxOptions, Vendor } from '../../../../sandbox/core';

/** contract: Letter */
interface Letter {
	address: string;
	text?: string;
}

interface Switches {
	storm: boolean;
}

const switches = { storm: { label: 'Storm', hint: 'Nothing flies', usual: false } };
const LOFT = 'Loft 1';

/** An account of an API that never was, as unlike the ones that there are as it can be. */
class PigeonAccount extends BaseAccount<Switches> {
	override readonly switches: Switches = usualSwitches<Switches>(switches);
	readonly letters: Letter[] = [];
	requests = 0;

	constructor(basis: AccountBasis) {
		let endpoints = 0;
		super(basis, () => `nest-${++endpoints}`);
	}

	override get pendingMessages(): number {
		return 0;
	}

	override counts() {
		return { letters: this.letters.length };
	}

	/** Puts a letter on its way, and tells who listens. */
	post(letter: Letter): number {
		if (letter.address === 'Atlantis') throw new ApiError('NO_SUCH_TOWN');
		const id = this.letters.push(letter);
		this.journal.addEffect({ at: this.clock.stamp(), kind: 'posted', id: String(id) });
		const { address: phone, text = '' } = letter;
		const messageId = String(id);
		const at = this.clock.stamp();
		const delivery = { state: 'LANDED' };
		this.phones.add(phone, { at, direction: 'in', sender: LOFT, text, messageId, delivery });
		this.journal.addText({ at, phone, sender: LOFT, text, messageId }, text);
		this.webhooks.emit('letter.landed', { type: 'letter.landed', letter: id });
		return id;
	}
}

/** A made-up API with its own key header, error body, paging, statuses and webhooks. */
export const pigeon: Vendor<PigeonAccount, SandboxOptions, { letters(): Letter[] }> = {
	name: 'Pigeon Post',
	contract: { file: path.join(__dirname, 'pigeon.openapi.yaml'), errorSchema: 'Fault' },
	defaultApiKey: 'coo',
	maxRequestBytes: 1_000,
	open: (basis) => new PigeonAccount(basis),

	/** Scrolls are letters by another name, and the tavern is next door. */
	arrive: (request) =>
		request.path === '/v7/tavern'
			? new ApiResponse(200, '<p>Ale</p>', { 'Content-Type': 'text/html' })
			: { ...request, path: request.path.replace('/v7/scrolls', '/v7/letters') },

	admit({ headers }, account, apiKey) {
		if (headers.authorization !== `Bearer ${apiKey}`) throw new ApiError('BAD_TOKEN');
		if (account.switches.storm) throw new ApiError('STORM', 'Nothing flies', 503);
	},

	async around(_request, account, respond) {
		const { status, body } = await respond();
		return new ApiResponse(status, body, { 'Flight-Number': String(++account.requests) });
	},

	finish: (response) => response.with({ Weather: 'fair' }),

	handlers: {
		listLetters({ letters }: PigeonAccount, { query }: Call<unknown>) {
			const skip = Number(query.skip ?? 0);
			const end = skip + Number(query.take ?? 10);
			return { rows: letters.slice(skip, end), more: end < letters.length };
		},
		postLetter: (account: PigeonAccount, { body }: Call<Letter>) =>
			new ApiResponse(201, { id: account.post(body) }),
		postFlock: (account: PigeonAccount, call: Call<{ letters: Letter[] }>) => ({
			lost: eachRecord(call, call.body.letters, (letter) => account.post(letter)),
		}),
		changeLetter({ letters }: PigeonAccount, { params, body }: Call<Partial<Letter>>) {
			Object.assign(letters[Number(params.id) - 1], body);
			return new ApiResponse(204);
		},
	},

	refusals: {
		body: ({ code }, message) => ({ fault: { id: code, message } }),
		unknownPath: () => new ApiError('NOWHERE', 'No such roof', 404),
		unknownMethod: () => new ApiError('NO_WAY', 'Not this way', 405),
		invalid: (faults, documented) =>
			new ApiError(
				documented.at(0)?.code ?? 'BAD_LETTER',
				documented.length > 0 ? undefined : faults[0].instancePath,
			),
		requestTooLarge: () => new ApiError('TOO_HEAVY', 'No pigeon carries this', 413),
		bodyTooLarge: () => new ApiError('TOO_HEAVY', 'No pigeon carries this', 413),
		unexpected: (text) => new ApiError('CAT', text ?? 'A cat came', 500),
	},

	recordFields: { postLetter: 'copies' },
	isSend: (operationId) => operationId.startsWith('post'),
	webhooks: {
		events: ['letter.landed'],
		signatureFormats: ['seal'],
		signatureHeader: 'Pigeon-Seal',
		sign: (body, secret) => createHash('md5').update(body).update(secret).digest('hex'),
		isSignedBy: (body, signature, secret) =>
			signature === createHash('md5').update(body).update(secret).digest('hex'),
		retrySeconds: [0],
	},
	phones: {
		states: { LANDED: { word: 'landed', look: 'arrived' } },
		reasons: {},
		person: () => ({ name: null, optedOutOf: [] }),
		senders: () => [{ number: LOFT, name: 'The loft' }],
	},
	switches,
	controls: (account) => ({ letters: () => account().letters }),
};

export const startPigeon = async (options: SandboxOptions = {}) =>
	await createSandbox(pigeon, options);
