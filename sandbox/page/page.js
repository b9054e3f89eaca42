// The page only ever puts text into the document as text (textContent), never as markup.
const byId = (id) => document.getElementById(id);
const clock = new Intl.DateTimeFormat(undefined, { timeStyle: 'medium' });
const E164 = /^\+[1-9]\d{1,14}$/;

let chosen = null; // number of the phone on the screen
let shown = 0; // bubbles of it that are on the screen

function element(tag, className, text) {
	const made = document.createElement(tag);
	if (className) made.className = className;
	if (text !== undefined) made.textContent = text;
	return made;
}

async function read(path, options) {
	const response = await fetch(path, options);
	const body = await response.json();
	if (!response.ok) throw new Error(body.message ?? body.error ?? `Status ${response.status}`);
	return body;
}

async function refreshRows() {
	const search = byId('search').value.trim();
	const { total, phones } = await read(`/_sandbox/phones?search=${encodeURIComponent(search)}`);
	const focused = document.activeElement?.dataset.phone;
	byId('rows').replaceChildren(...phones.map(row));
	if (E164.test(search) && !phones.some(({ phone }) => phone === search)) {
		byId('rows').prepend(openRow(search));
	}
	if (focused)
		byId('rows')
			.querySelector(`[data-phone="${CSS.escape(focused)}"]`)
			?.focus();
	const more = total > phones.length ? `, latest ${phones.length} shown` : '';
	byId('count').textContent =
		`${total.toLocaleString()} ${total === 1 ? 'phone' : 'phones'}${more}`;
}

function row({ phone, name, last, optedOutOf }) {
	const button = rowButton(phone, name ? `${name}  ${phone}` : phone);
	const from = last.direction === 'out' ? 'You: ' : '';
	button.append(
		element('span', 'when', clock.format(new Date(last.at))),
		element('span', 'preview', from + last.text),
	);
	if (optedOutOf.length > 0) button.append(element('span', 'badge', 'Opted out'));
	return inItem(button);
}

function openRow(phone) {
	const button = rowButton(phone, `Open ${phone}`);
	button.append(element('span', 'when', ''), element('span', 'preview', 'No texts yet'));
	return inItem(button);
}

function rowButton(phone, label) {
	const button = element('button', 'row');
	button.type = 'button';
	button.dataset.phone = phone;
	button.setAttribute('aria-current', String(phone === chosen));
	button.append(element('span', 'who', label));
	button.addEventListener('click', () => choose(phone));
	return button;
}

function inItem(button) {
	const item = element('li');
	item.append(button);
	return item;
}

async function choose(phone) {
	chosen = phone;
	shown = 0;
	byId('bubbles').replaceChildren();
	byId('list').replaceChildren();
	byId('problem').textContent = '';
	byId('answer').hidden = false;
	await Promise.all([refreshRows(), refreshScreen()]);
	byId('text').focus();
}

async function refreshScreen() {
	if (chosen === null) return;
	const asked = chosen;
	const screen = await read(`/_sandbox/phones/${encodeURIComponent(asked)}`);
	if (asked !== chosen) return;
	byId('phone-title').textContent = screen.name ? `${screen.name}, ${asked}` : asked;
	const names = new Map(screen.lists.map(({ number, name }) => [number, name]));
	const left = screen.optedOutOf.map((number) => names.get(number) ?? number);
	byId('opted-out').hidden = left.length === 0;
	byId('opted-out').textContent = `Opted out of ${left.join(', ')}`;
	fillLists(screen);
	if (screen.bubbles.length < shown) {
		byId('bubbles').replaceChildren();
		shown = 0;
	}
	const fresh = screen.bubbles.slice(shown);
	if (fresh.length === 0) return;
	byId('bubbles').append(...fresh.map((bubble) => bubbleOf(bubble, names)));
	shown = screen.bubbles.length;
	byId('bubbles').scrollTop = byId('bubbles').scrollHeight;
}

function fillLists({ lists, bubbles }) {
	const select = byId('list');
	if (select.options.length > 0) return;
	const latest = bubbles.at(-1)?.listNumber;
	for (const { number, name } of lists) {
		select.add(new Option(`${name} (${number})`, number, false, number === latest));
	}
}

function bubbleOf({ direction, text, at, listNumber }, names) {
	const bubble = element('div', `bubble ${direction}`, text);
	const list = names.get(listNumber) ?? listNumber;
	bubble.append(element('small', '', `${list} · ${clock.format(new Date(at))}`));
	return bubble;
}

async function answer(text) {
	if (chosen === null || text.trim() === '') return;
	byId('problem').textContent = '';
	try {
		await read('/_sandbox/answers', {
			method: 'POST',
			headers: { 'Content-Type': 'application/json' },
			body: JSON.stringify({ phone: chosen, listNumber: byId('list').value, text }),
		});
		await refresh();
	} catch (error) {
		byId('problem').textContent = `Not sent: ${error.message}`;
	}
}

let refreshing = null;
let again = false;

/** One refresh at a time; signals that come meanwhile are answered by one more. */
function refresh() {
	again = true;
	refreshing ??= (async () => {
		while (again) {
			again = false;
			await Promise.all([refreshRows(), refreshScreen()]);
		}
	})()
		.catch(() => undefined) // the connection line says when the sandbox is away
		.finally(() => {
			refreshing = null;
		});
	return refreshing;
}

byId('search').addEventListener('input', refresh);
byId('answer').addEventListener('submit', (event) => {
	event.preventDefault();
	const { value } = byId('text');
	byId('text').value = '';
	void answer(value);
});
for (const button of document.querySelectorAll('[data-text]')) {
	button.addEventListener('click', () => answer(button.dataset.text));
}

const events = new EventSource('/_sandbox/events');
events.addEventListener('open', () => {
	byId('connection').textContent = 'Live';
	void refresh();
});
events.addEventListener('message', refresh);
events.addEventListener('error', () => {
	byId('connection').textContent = 'Not connected; trying again …';
});
