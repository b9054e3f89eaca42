import { LIST } from '../../kit/account';
import type { Said } from '../asked';
import { repeat, type Traffic } from './traffic';

const EVERY = 5_000; // ms
/** One in so many opts out. */
const LEAVING = 6;
const PHONES = 60;

/** Contacts reply, and now and then one opts out, also while n8n is down. */
export async function contactsText(traffic: Traffic): Promise<void> {
	await repeat(traffic, EVERY, () => contactTexts(traffic));
}

/** The next contact texts. */
export function contactTexts({ world, asked }: Traffic): void {
	const count = asked.said.length;
	const said: Said =
		count % LEAVING === LEAVING - 1
			? { event: 'unsubscribe', phone: `+1202${5_700_000 + count}`, text: 'STOP' }
			: {
					event: 'reply',
					phone: `+1202${5_750_000 + (count % PHONES)}`,
					text: `Reply ${count}`,
				};
	world.sandbox.answer(said.phone, LIST, said.text);
	asked.said.push(said);
}
