const PRICE = 0.003; // contract: PhoneValidation.cost, US dollars
const FORMATTING = /[\s().-]/g;
const E164 = /^\+[1-9]\d{6,14}$/;
const US_NATIONAL = /^1?([2-9]\d{9})$/;

/** contract: PhoneValidation */
export interface Lookup {
	phone: string;
	valid: boolean;
	line_type: string;
	carrier: string | null;
	carrier_raw: string | null;
	ported: boolean;
	country: string | null;
	state: string;
	city: string;
	on_dnc: boolean;
	disposition: 'ok' | 'unreachable' | 'invalid' | 'risky' | 'unknown';
	cost: number;
	cached: boolean;
}

type Finding = Pick<Lookup, 'disposition' | 'line_type' | 'valid'>;
const MOBILE: Finding = { disposition: 'ok', line_type: 'mobile', valid: true };
/** Last digits of numbers that are not plain mobile phones, so that each outcome can be met (ours). */
const FINDINGS: Record<string, Finding> = {
	'96': { disposition: 'invalid', line_type: 'unknown', valid: false },
	'97': { disposition: 'unreachable', line_type: 'mobile', valid: true },
	'98': { disposition: 'risky', line_type: 'voip', valid: true },
	'99': { disposition: 'unknown', line_type: 'fixed line', valid: true },
};
const ON_DNC = '95';
const COUNTRIES: Array<[prefix: string, country: string]> = [
	['+1', 'US'],
	['+44', 'GB'],
	['+49', 'DE'],
];

/** Paid number lookups, each paid once and remembered forever. */
export class Lookups {
	private readonly known = new Map<string, Lookup>();

	/** What is found out about a number; `force` pays for it again. */
	look(phone: string, force = false): Lookup {
		const found = this.known.get(phone);
		if (found !== undefined && !force) return { ...found, cost: 0, cached: true };
		const fresh = lookup(phone);
		this.known.set(phone, fresh);
		return fresh;
	}
}

/** E.164 from that or from the usual US forms; undefined for what cannot be read. */
export function readNumber(written: string): string | undefined {
	const bare = written.replace(FORMATTING, '');
	if (E164.test(bare)) return bare;
	const [, national] = US_NATIONAL.exec(bare) ?? [];
	return national === undefined ? undefined : `+1${national}`;
}

function lookup(phone: string): Lookup {
	const finding = FINDINGS[phone.slice(-2)] ?? MOBILE;
	const isWashington = phone.startsWith('+1202');
	return {
		phone,
		...finding,
		carrier: finding.valid ? 'Example Wireless' : null,
		carrier_raw: finding.valid ? 'EXAMPLE WIRELESS LLC' : null,
		ported: false,
		country: COUNTRIES.find(([prefix]) => phone.startsWith(prefix))?.[1] ?? null,
		state: isWashington ? 'District of Columbia' : '',
		city: isWashington ? 'Washington' : '',
		on_dnc: phone.endsWith(ON_DNC),
		cost: PRICE,
		cached: false,
	};
}
