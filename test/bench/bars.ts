const WIDTH = 760;
const ROW = 34;
const LABEL_WIDTH = 330;
const NUMBER_WIDTH = 70;

/** One bar: how many times faster than the other way. */
export interface Bar {
	label: string;
	ratio: number;
}

/**
 * A picture of ratios, where 1 means as fast as the other way. The lengths are logarithmic: 100 and 1
 * stand in one picture.
 */
export function barPicture(title: string, bars: readonly Bar[]): string {
	const room = WIDTH - LABEL_WIDTH - NUMBER_WIDTH;
	const most = Math.max(...bars.map(({ ratio }) => ratio), 10);
	const least = Math.min(...bars.map(({ ratio }) => ratio), 0.5);
	const at = (ratio: number) => (Math.log(ratio / least) / Math.log(most / least)) * room;
	const height = 64 + bars.length * ROW;
	const rows = bars.map(({ label, ratio }, index) => {
		const top = 48 + index * ROW;
		return [
			`<text x="${LABEL_WIDTH - 12}" y="${top + 17}" text-anchor="end">${escaped(label)}</text>`,
			`<rect x="${LABEL_WIDTH}" y="${top + 3}" width="${Math.max(at(ratio), 1).toFixed(1)}" height="20" rx="3"/>`,
			`<text x="${(LABEL_WIDTH + at(ratio) + 8).toFixed(1)}" y="${top + 17}" class="number">${shown(ratio)}</text>`,
		].join('');
	});
	const one = (LABEL_WIDTH + at(1)).toFixed(1);
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-label="${escaped(title)}">`,
		'<style>text{font:13px system-ui,sans-serif;fill:#333}.title{font-weight:600;font-size:15px}.number{font-weight:600}rect{fill:#0e7c66}.paper{fill:#fff}line{stroke:#999;stroke-dasharray:3 3}</style>',
		`<rect class="paper" width="${WIDTH}" height="${height}"/>`,
		`<text x="16" y="26" class="title">${escaped(title)}</text>`,
		...rows,
		`<line x1="${one}" y1="42" x2="${one}" y2="${height - 14}"/>`,
		'</svg>',
		'',
	].join('\n');
}

function shown(ratio: number): string {
	return ratio >= 10 ? `${ratio.toFixed(0)} ×` : `${ratio.toFixed(2)} ×`;
}

function escaped(text: string): string {
	return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
}
