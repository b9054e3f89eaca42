import { phoneNumbers, useAccount } from '../kit/account';
import { sendOf } from './trackly';

const account = useAccount();
const send = sendOf(account);
const [one, other] = phoneNumbers(2);
const dry = { parameters: { safeguards: { dryRun: true } } };

const LONG = '2 segments or more';
const UNICODE = 'outside of GSM-7';

describe('what the node says of the length of texts', () => {
	it('a dry run says how many segments they take together', async () => {
		const { hints } = await send(
			[
				{ to: one, body: 'x'.repeat(307) },
				{ to: other, body: 'Hi' },
			],
			dry,
		);
		expect(hints[0]).toContain('4 segments in total.');
		const { hints: ofOne } = await send([{ to: one, body: 'Hi' }], dry);
		expect(ofOne[0]).toContain('1 segment in total.');
	});

	it.each([
		['a short one', 'Hi, the tin ships today.', []],
		['160 characters', 'x'.repeat(160), []],
		['161 characters', 'x'.repeat(161), [LONG]],
		['signs that count twice', '€'.repeat(81), [LONG]],
		['accents that GSM-7 has', 'Grüße à toi', []],
		['an emoji', 'Hi 👍', [UNICODE]],
		['a typographic quote', 'It’s on Friday', [UNICODE]],
		['a long one with an emoji', `${'x'.repeat(70)}👍`, [LONG, UNICODE]],
	])('%s', async (_, body, notes) => {
		for (const changes of [dry, {}]) {
			const { items, hints } = await send([{ to: one, body }], changes);
			expect(items[0].json.status).toMatch(/dry_run|queued/);
			for (const note of [LONG, UNICODE]) {
				expect([note, hints.join().includes(note)]).toEqual([note, notes.includes(note)]);
			}
		}
	});

	it('each sentence comes once, however many texts it is true of', async () => {
		const { hints } = await send([
			{ to: one, body: 'Hi 👍' },
			{ to: other, body: 'Hi 👍👍' },
		]);
		expect(hints).toHaveLength(1);
		expect(hints[0].split(UNICODE)).toHaveLength(2);
	});
});
