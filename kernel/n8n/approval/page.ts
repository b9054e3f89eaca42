/** What the page behind the link of Send and Wait shows. */
export interface Question {
	text: string;
	approveLabel: string;
	/** Without one there is no such button. */
	declineLabel?: string;
}

/** Nothing from elsewhere, no script; the form goes back to where the page came from. */
export const PAGE_POLICY =
	"default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

const STYLE = `
body { margin: 0; font: 17px/1.5 system-ui, sans-serif; color: #1f2430; background: #f4f6fa; }
main { max-width: 26rem; margin: 12vh auto; padding: 1.5rem; background: #fff; border-radius: 12px; }
p { margin: 0 0 1.5rem; white-space: pre-wrap; overflow-wrap: anywhere; }
button { width: 100%; padding: .9rem; margin-top: .75rem; font: inherit; font-weight: 600; border: 0; border-radius: 8px; color: #fff; background: #1d6fe8; }
button.other { color: #1f2430; background: #e6eaf2; }
button:focus-visible { outline: 3px solid #f5a524; outline-offset: 2px; }
@media (prefers-color-scheme: dark) {
	body { color: #eef1f7; background: #14171f; }
	main { background: #1f2430; }
	button.other { color: #eef1f7; background: #39415a; }
}`;

/** The page that asks. Opening it answers nothing: previews of links open them too. */
export function questionPage({ text, approveLabel, declineLabel }: Question): string {
	const decline =
		declineLabel === undefined
			? ''
			: `<button class="other" name="approved" value="false">${escapeHtml(declineLabel)}</button>`;
	return pageOf(
		`<p>${escapeHtml(text)}</p><form method="post"><button name="approved" value="true">${escapeHtml(approveLabel)}</button>${decline}</form>`,
	);
}

/** The page that confirms an answer, or says why there was none. */
export function noticePage(text: string): string {
	return pageOf(`<p>${escapeHtml(text)}</p>`);
}

function pageOf(content: string): string {
	return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>Your answer</title><style>${STYLE}</style></head><body><main>${content}</main></body></html>`;
}

const ENTITIES: Record<string, string> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;',
};

function escapeHtml(text: string): string {
	return text.replace(/[&<>"']/g, (character) => ENTITIES[character]);
}
