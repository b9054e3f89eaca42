import { byId, element, keyed, plural, say, timeOf } from './dom.js';
import { post, read } from './server.js';

const NEAR_END = 80; // px
const ON_THIS_MACHINE = /(https?:\/\/(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?\/\S*)/;
const bubbles = byId('bubbles');

/** How a text's state is drawn, by how it looks. */
const SIGNS = { waiting: '✓', arrived: '✓✓', lost: '✕' };

let takesReplies = false;
let chosen = null;
let stale = true; // another phone's bubbles are on the screen
let followsEnd = true; // whoever reads further up is left there
let size = '';

/** The phone on the screen. */
export const chosenPhone = () => chosen;

/** Puts a phone on the screen, or none. */
export function choosePhone(phone) {
	if (phone === chosen) return;
	chosen = phone;
	stale = true;
	byId('problem').textContent = '';
	byId('reply').hidden = phone === null || !takesReplies;
	if (phone === null) {
		byId('phone-title').textContent = 'No phone chosen';
		byId('opted-out').hidden = true;
		bubbles.replaceChildren(element('p', 'empty', 'Choose a phone to see its conversation.'));
	}
}

export async function refreshConversation() {
	if (chosen === null) return;
	const asked = chosen;
	const path = `phones/${encodeURIComponent(asked)}`;
	const screen = await read(path);
	if (asked !== chosen) return;
	showHead(screen);
	showBubbles(screen);
	if (screen.unread > 0 && document.visibilityState === 'visible') await post(`${path}/read`);
}

function showHead({ phone, name, senders, optedOutOf, bubbles: texts }) {
	const title = byId('phone-title');
	if (stale || title.dataset.name !== String(name)) {
		title.dataset.name = String(name);
		title.replaceChildren(name ?? phone);
		if (name) title.append(' ', element('span', 'phone-number', phone));
	}
	const left = optedOutOf.map((number) => nameOf(senders, number));
	byId('opted-out').hidden = left.length === 0;
	say(byId('opted-out'), left.length > 0 ? `Opted out of ${left.join(', ')}` : '');
	if (!stale) return;
	const latest = texts.at(-1)?.sender;
	byId('sender').replaceChildren(
		...senders.map(
			({ number, name }) => new Option(`${name} (${number})`, number, false, number === latest),
		),
	);
}

const nameOf = (senders, number) => senders.find((each) => each.number === number)?.name ?? number;

function showBubbles({ senders, total, bubbles: texts }) {
	if (stale) {
		bubbles.replaceChildren();
		followsEnd = true;
	}
	const before = bubbles.lastElementChild?.dataset.key;
	const shown = texts.map((text) => ({ ...text, with: nameOf(senders, text.sender) }));
	const hiddenCount = total - texts.length;
	if (hiddenCount > 0) shown.unshift({ id: 'earlier', hiddenCount });
	if (total === 0) shown.push({ id: 'empty' });
	keyed(bubbles, shown, ({ id, direction }) => `${id} ${direction}`, makeBubble, fillBubble);
	if (before !== bubbles.lastElementChild?.dataset.key) stayAtEnd();
	stale = false;
}

function stayAtEnd() {
	if (followsEnd) bubbles.scrollTop = bubbles.scrollHeight;
}

/** Of the part of the conversation that is in sight. */
const sizeNow = () => `${bubbles.clientWidth} × ${bubbles.clientHeight}`;

function noteWhetherAtEnd() {
	// A new size moves the texts as well: only a reader's own move counts.
	if (sizeNow() !== size) return;
	followsEnd = bubbles.scrollHeight - bubbles.scrollTop - bubbles.clientHeight < NEAR_END;
}

/** A panel beside the conversation makes its texts longer, a lower window leaves less room. */
function takeSize() {
	size = sizeNow();
	stayAtEnd();
}

function makeBubble({ id, direction }) {
	return element('div', typeof id === 'string' ? 'empty' : `bubble ${direction}`);
}

function fillBubble(bubble, item) {
	if (item.id === 'empty') return say(bubble, 'No texts yet.');
	if (item.id === 'earlier') return say(bubble, `${plural(item.hiddenCount, 'earlier text')}`);
	const { direction, text, at, with: sender, segments, delivery, links } = item;
	const facts = element('small');
	facts.append(timeOf(at), ` · ${sender}`);
	if (segments > 1) facts.append(` · ${plural(segments, 'segment')}`);
	if (delivery) facts.append(' · ', tick(delivery));
	const clicks = links.reduce((sum, link) => sum + link.clicks, 0);
	if (clicks > 0) facts.append(` · ${plural(clicks, 'click')}`);
	const focusedLink =
		bubble.contains(document.activeElement) && document.activeElement.dataset.link;
	const who = direction === 'in' ? 'From the account: ' : 'From this phone: ';
	bubble.replaceChildren(element('span', 'hidden', who), ...withLinks(text, links), facts);
	bubble.dataset.state = delivery?.state ?? '';
	bubble.dataset.look = delivery?.look ?? '';
	if (focusedLink) bubble.querySelector(`[data-link="${CSS.escape(focusedLink)}"]`)?.focus();
}

function tick({ look, word, because }) {
	const mark = element('span', 'tick');
	const drawn = element('span', 'sign', SIGNS[look]);
	drawn.setAttribute('aria-hidden', 'true');
	mark.append(drawn, ` ${word}${because ? `: ${because}` : ''}`);
	return mark;
}

/** The text, with its short links as buttons: following one counts as the contact's click. */
function withLinks(text, links) {
	const parts = [];
	let rest = text;
	for (const { url, id, leadsTo } of links) {
		const at = rest.indexOf(url);
		const link = element('button', 'link', url);
		link.type = 'button';
		link.dataset.link = id;
		link.title = `Counts as a click. Would open ${leadsTo}`;
		parts.push(...withAnchors(rest.slice(0, at)), link);
		rest = rest.slice(at + url.length);
	}
	return [...parts, ...withAnchors(rest)];
}

/** The text, with addresses on this machine to be opened, such as the page that takes an answer. */
function withAnchors(text) {
	return text.split(ON_THIS_MACHINE).map((part, index) => {
		if (index % 2 === 0) return part;
		const anchor = element('a', 'link', part);
		anchor.href = part;
		anchor.target = '_blank';
		anchor.rel = 'noreferrer';
		return anchor;
	});
}

async function act(action, done) {
	byId('problem').textContent = '';
	try {
		await action();
		await done();
		return true;
	} catch (error) {
		byId('problem').textContent = `Not done: ${error.message}`;
		return false;
	}
}

/** Waits for the senders of the phone on the screen: a reply that is quicker has none to go to. */
async function send(phone, text, refresh) {
	if (stale) await refresh();
	if (phone !== chosen) throw new Error('another phone was opened.');
	await post('replies', { phone, sender: byId('sender').value, text });
}

/** `refresh` is called when something was sent or clicked here; it ends when that is shown. */
export function startConversation(page, refresh) {
	takesReplies = page.takesReplies;
	const reply = async (text) => {
		const phone = chosen;
		return text.trim() === '' || (await act(() => send(phone, text, refresh), refresh));
	};

	byId('reply').addEventListener('submit', async (event) => {
		event.preventDefault();
		const { value } = byId('text');
		byId('text').value = '';
		if (!(await reply(value))) byId('text').value ||= value;
	});
	for (const button of document.querySelectorAll('[data-text]')) {
		button.addEventListener('click', () => reply(button.dataset.text));
	}
	bubbles.addEventListener('scroll', noteWhetherAtEnd);
	new ResizeObserver(takeSize).observe(bubbles);
	bubbles.addEventListener('click', ({ target }) => {
		const { link } = target.dataset;
		if (link) void act(() => post(`links/${encodeURIComponent(link)}/clicks`), refresh);
	});
}
