// GSM 03.38: one unit each, and those of its extension table, two units each.
const BASIC =
	'@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
const EXTENSION = '\f^{}\\[~]|€';

/** How long texts are counted: as carriers join parts, or each part as long as a single one. */
export type LongParts = 'joined' | 'plain';

interface PartSize {
	single: number;
	joined: number;
}
const ENGLISH: PartSize = { single: 160, joined: 153 }; // contract: characters_per_part_english; 153 is ours
const THAI: PartSize = { single: 70, joined: 67 }; // contract: characters_per_part_thai; 67 is ours

/** How many parts a text takes. */
export function partsOf(text: string, long: LongParts): number {
	const characters = [...text];
	const isEnglish = characters.every((each) => BASIC.includes(each) || EXTENSION.includes(each));
	const units = characters.map((each) =>
		isEnglish ? (EXTENSION.includes(each) ? 2 : 1) : each.length,
	);
	const size = isEnglish ? ENGLISH : THAI;
	if (units.reduce((sum, each) => sum + each, 0) <= size.single) return 1;
	const room = long === 'joined' ? size.joined : size.single;
	let parts = 1;
	let used = 0;
	for (const unit of units) {
		if (used + unit > room) {
			parts += 1;
			used = 0;
		}
		used += unit;
	}
	return parts;
}
