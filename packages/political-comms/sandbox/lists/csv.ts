/** The cells of a CSV text, row by row (RFC 4180); empty lines are left out. */
export function parseCsv(text: string): string[][] {
	const rows: string[][] = [];
	let row: string[] = [];
	let cell = '';
	let isQuoted = false;
	const endCell = () => {
		row.push(cell);
		cell = '';
	};
	const endRow = () => {
		endCell();
		if (row.length > 1 || row[0] !== '') rows.push(row);
		row = [];
	};
	const source = text.replace(/^\uFEFF/, '');
	for (let at = 0; at < source.length; at++) {
		const sign = source[at];
		if (isQuoted) {
			if (sign !== '"') cell += sign;
			else if (source[at + 1] === '"') cell += source[++at];
			else isQuoted = false;
		} else if (sign === '"' && cell === '') isQuoted = true;
		else if (sign === ',') endCell();
		else if (sign === '\n') endRow();
		else if (sign !== '\r') cell += sign;
	}
	endRow();
	return rows;
}

/** One line of a CSV text, without its end. */
export function csvLine(cells: readonly string[]): string {
	return cells
		.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
		.join(',');
}
