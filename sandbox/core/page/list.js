import { byId, element, keyed, plural, say, timeOf } from './dom.js';
import { read } from './server.js';

const E164 = /^\+[1-9]\d{1,14}$/;
const rows = byId('rows');
const search = byId('search');

/** Shows the latest phones that fit the search. `chosen` is the phone on the screen. */
export async function refreshList(chosen) {
	const asked = search.value.trim();
	const { total, unread, phones } = await read(`phones?search=${encodeURIComponent(asked)}`);
	if (asked !== search.value.trim()) return;
	const shown = phones.map((phone) => ({ ...phone, isChosen: phone.phone === chosen }));
	if (E164.test(asked) && !phones.some(({ phone }) => phone === asked)) {
		shown.unshift({ phone: asked, isChosen: asked === chosen });
	}
	keyed(rows, shown, ({ phone }) => phone, makeRow, fillRow);
	keepOneTabStop();
	const parts = [plural(total, 'phone')];
	if (total > phones.length) parts.push(`latest ${phones.length} shown`);
	if (unread > 0) parts.push(`${unread.toLocaleString()} unread`);
	say(byId('count'), parts.join(', '));
}

function makeRow({ phone }) {
	const item = element('li');
	const button = element('button', 'row');
	button.type = 'button';
	button.dataset.phone = phone;
	item.append(button);
	return item;
}

function fillRow(item, { phone, name, last, unread, optedOutOf = [], isChosen }) {
	const button = item.firstElementChild;
	const who = element('span', 'who', name ?? phone);
	if (name) who.append(element('span', 'phone-number', phone));
	const badges = element('span', 'badges');
	if (optedOutOf.length > 0) badges.append(element('span', 'badge', 'Opted out'));
	if (unread > 0) {
		const count = element('span', 'number', unread.toLocaleString());
		count.append(element('span', 'hidden', ' unread'));
		badges.append(count);
	}
	button.setAttribute('aria-current', String(isChosen));
	button.classList.toggle('unread', unread > 0);
	button.replaceChildren(
		who,
		last ? timeOf(last.at, 'when') : element('span', 'when'),
		element('span', 'preview', last ? previewOf(last) : 'Open this number'),
		badges,
	);
}

function previewOf({ direction, text, delivery }) {
	if (direction === 'out') return `Reply: ${text}`;
	return delivery?.look === 'lost' ? `Not delivered: ${text}` : text;
}

/** Tab reaches the list once; arrow keys move within it. */
function keepOneTabStop() {
	const buttons = [...rows.querySelectorAll('.row')];
	const stop =
		buttons.find((button) => button === document.activeElement) ??
		buttons.find((button) => button.getAttribute('aria-current') === 'true') ??
		buttons[0];
	for (const button of buttons) button.tabIndex = button === stop ? 0 : -1;
}

const STEPS = { ArrowDown: 1, ArrowUp: -1, Home: -Infinity, End: Infinity };

function move(event) {
	const step = STEPS[event.key];
	if (step === undefined) return;
	const buttons = [...rows.querySelectorAll('.row')];
	if (buttons.length === 0) return;
	const next = buttons.indexOf(document.activeElement) + step;
	event.preventDefault();
	if (next < 0 && step === -1) return search.focus();
	buttons[Math.min(Math.max(next, 0), buttons.length - 1)].focus();
	keepOneTabStop();
}

/** Calls `onChoose` with a phone, `onSearch` when the search changes. */
export function startList({ onChoose, onSearch }) {
	search.addEventListener('input', onSearch);
	search.addEventListener('keydown', (event) => {
		if (event.key === 'ArrowDown') move(event);
		if (event.key === 'Enter') rows.querySelector('.row')?.click();
	});
	rows.addEventListener('keydown', move);
	rows.addEventListener('click', ({ target }) => {
		const row = target.closest('.row');
		if (row) onChoose(row.dataset.phone);
	});
}

/** Back to where the list was left. */
export function focusList() {
	(rows.querySelector('.row[tabindex="0"]') ?? search).focus();
}
