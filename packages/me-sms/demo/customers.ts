/** Customers with a usable number in the sheet, each another one. */
export const CUSTOMERS = 1_000;

/** Rows of the sheet with a number that nobody can be texted at. */
export const UNUSABLE = 2;

/** A row of the sheet, as n8n's node reads it. */
export interface SheetRow {
	row_number: number;
	Name: string;
	Phone: string;
}

const NAMES = ['Noi', 'Ploy', 'Somchai', 'Malee', 'Anan', 'Dao', 'Kamon', 'Suda'];

/** Numbers end in 00 to 99, ten times each: the simulated account decides by that what happens to a text. */
const mobileOf = (index: number) => String(812_345_000 + index);

/** The same number in the spellings that people use. */
const SPELLINGS: ReadonlyArray<(mobile: string) => string> = [
	(mobile) => `0${mobile}`,
	(mobile) => `+66 ${mobile.slice(0, 2)} ${mobile.slice(2, 5)} ${mobile.slice(5)}`,
	(mobile) => `0${mobile.slice(0, 2)}-${mobile.slice(2, 5)}-${mobile.slice(5)}`,
	// A spreadsheet has taken the 0 away.
	(mobile) => mobile,
];

/** A sheet as people have them: a thousand customers, one of them twice, and two rows with unusable numbers. */
export function customersSheet(): SheetRow[] {
	const phones = Array.from({ length: CUSTOMERS }, (_, index) =>
		SPELLINGS[index % SPELLINGS.length](mobileOf(index)),
	);
	const mistakes = [`0${mobileOf(CUSTOMERS - 1)}`, '02 123 4567', '+1 202 555 0110'];
	return [...phones, ...mistakes].map((Phone, index) => ({
		// The first row is the header.
		row_number: index + 2,
		Name: NAMES[index % NAMES.length],
		Phone,
	}));
}
