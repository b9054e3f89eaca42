import type { Answers, PageWords, Question } from './question';
import { STYLE } from './style';

/** Nothing from elsewhere, no script; the form goes back to where the page came from. */
export const PAGE_POLICY =
	"default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/**
 * The page that asks. Opening it answers nothing: previews of links open them too.
 *
 * @param refused the text that was posted and cannot be used; the page then says so
 */
export function questionPage({ text, answers, words }: Question, refused?: string): string {
	const problem =
		refused === undefined
			? ''
			: `<p id="problem" class="problem" role="alert">${escapeHtml(words.retry)}</p>`;
	return pageOf(
		words,
		`<p id="question">${escapeHtml(text)}</p>${problem}<form method="post" aria-labelledby="question">${controlsOf(answers, refused)}</form>`,
	);
}

/** The page that confirms an answer, or says why there is none. */
export function noticePage(text: string, words: PageWords): string {
	return pageOf(words, `<p role="status">${escapeHtml(text)}</p>`);
}

function controlsOf(answers: Answers, refused: string | undefined): string {
	if (answers.type === 'freeText') return textBox(answers, refused);
	if (answers.type === 'choices') {
		return answers.labels.map((label, index) => button('choice', index, label)).join('');
	}
	const { approveLabel, declineLabel } = answers;
	const approve = button('approved', true, approveLabel);
	return declineLabel === undefined
		? approve
		: approve + button('approved', false, declineLabel, ' class="other"');
}

function button(name: string, value: unknown, label: string, look = ''): string {
	return `<button${look} name="${name}" value="${String(value)}">${escapeHtml(label)}</button>`;
}

function textBox(
	{ label, button: send, maxCharacters, isOneLine }: Extract<Answers, { type: 'freeText' }>,
	refused: string | undefined,
): string {
	const state = refused === undefined ? '' : ' aria-invalid="true" aria-describedby="problem"';
	const shared = `id="text" name="text" required maxlength="${maxCharacters}" dir="auto"${state}`;
	const kept = escapeHtml(refused ?? '');
	const box = isOneLine
		? `<input type="text" ${shared} value="${kept}">`
		: // The first line break after the tag is not part of the text.
			`<textarea ${shared} rows="4">\n${kept}</textarea>`;
	return `<label for="text">${escapeHtml(label)}</label>${box}<button>${escapeHtml(send)}</button>`;
}

function pageOf({ title, language, sender }: PageWords, content: string): string {
	const heading = sender ?? title;
	const name = sender === undefined ? title : `${title} – ${sender}`;
	return `<!doctype html><html lang="${escapeHtml(language)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><meta name="color-scheme" content="light dark"><title>${escapeHtml(name)}</title><style>${STYLE}</style></head><body><main dir="auto"><h1>${escapeHtml(heading)}</h1>${content}</main></body></html>`;
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
