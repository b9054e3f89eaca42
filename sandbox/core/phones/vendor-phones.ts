/** How a state of a text looks: on its way, on the phone, or never to arrive. */
export type StateLook = 'waiting' | 'arrived' | 'lost';

/** What the page shows of whoever holds a phone. */
export interface Person {
	name: string | null;
	/** Senders whose texts this person does not want any more. */
	optedOutOf: string[];
}

/** A number of the account that texts come from. */
export interface Sender {
	number: string;
	name: string;
}

/** A short link in a text. */
export interface LinkInText {
	/** As it stands in the text. */
	url: string;
	id: string;
	clicks: number;
	leadsTo: string;
}

/** What the page with the phones learns from a vendor. */
export interface VendorPhones<Account> {
	/** The states of a text, by the API's words. */
	states: Readonly<Record<string, { word: string; look: StateLook }>>;
	/** The API's reasons why a text did not arrive, in plain words; others are shown as they are. */
	reasons: Readonly<Record<string, string>>;
	person(account: Account, phone: string): Person;
	/** Whom a phone can reply to. */
	senders(account: Account): Sender[];
	/** Absent where the API makes no short links. */
	links?: {
		/** Those in a text, in their order. */
		in(account: Account, text: string): LinkInText[];
		/**
		 * A person follows one. Returns the link.
		 *
		 * @throws Error when the account has no such link
		 */
		follow(account: Account, linkId: string): object;
	};
	/**
	 * A person texts the account. Absent where the API takes no replies; the page then has no form.
	 *
	 * @throws Error when the account has no such sender
	 */
	reply?(account: Account, phone: string, sender: string, text: string): object;
}
