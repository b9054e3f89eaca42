const SPELLED = /^[\d\s().+-]+$/;

/** A number of the US or Canada as E.164; undefined for anything else. */
export function phoneOf(written: string): string | undefined {
	if (!SPELLED.test(written)) return undefined;
	const digits = written.replace(/\D/g, '').replace(/^1(?=\d{10}$)/, '');
	return /^[2-9]\d{2}[2-9]\d{6}$/.test(digits) ? `+1${digits}` : undefined;
}

export type LineType = 'mobile' | 'landline' | 'voip' | 'invalid';

/** What a lookup finds: ours, by the last two digits. */
export function lineTypeOf(phone: string): LineType {
	const end = Number(phone.slice(-2));
	if (end < 90) return 'mobile';
	if (end < 95) return 'landline';
	return end < 99 ? 'voip' : 'invalid';
}

export type Carrier = 'T-Mobile' | 'AT&T' | 'Verizon';

/** The carrier of a number: ours, by its last digit. */
export function carrierOf(phone: string): Carrier {
	const end = Number(phone.slice(-1));
	if (end < 4) return 'T-Mobile';
	return end < 7 ? 'AT&T' : 'Verizon';
}
