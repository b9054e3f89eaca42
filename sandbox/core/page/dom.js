// The page only ever puts text into the document as text (textContent), never as markup.

export const byId = (id) => document.getElementById(id);

export function element(tag, className, text) {
	const made = document.createElement(tag);
	if (className) made.className = className;
	if (text !== undefined) made.textContent = text;
	return made;
}

/** Sets a text, and leaves the document alone when it says so already. */
export function say(target, text) {
	if (target.textContent !== text) target.textContent = text;
}

/**
 * Makes the children of `parent` show `items` in order. What stays keeps its element, so that focus,
 * a click under way and an open detail survive. `make` returns an element, `fill` writes an item into it.
 */
export function keyed(parent, items, keyOf, make, fill) {
	const before = new Map([...parent.children].map((child) => [child.dataset.key, child]));
	const focused = parent.contains(document.activeElement) ? document.activeElement : null;
	let place = parent.firstElementChild;
	for (const item of items) {
		const key = String(keyOf(item));
		const child = before.get(key) ?? make(item);
		before.delete(key);
		child.dataset.key = key;
		const written = JSON.stringify(item);
		if (child.shownItem !== written) {
			child.shownItem = written;
			fill(child, item);
		}
		if (child === place) place = place.nextElementSibling;
		else parent.insertBefore(child, place);
	}
	for (const child of before.values()) child.remove();
	if (focused?.isConnected && document.activeElement !== focused) focused.focus();
}

const today = new Intl.DateTimeFormat(undefined, { timeStyle: 'medium' });
const another = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

/** A `time` element: the time of day, with the date when that is not today's. */
export function timeOf(at, className) {
	const date = new Date(at);
	const isToday = date.toDateString() === new Date().toDateString();
	const made = element('time', className, (isToday ? today : another).format(date));
	made.dateTime = at;
	return made;
}

export function plural(count, one, many = `${one}s`) {
	return `${count.toLocaleString()} ${count === 1 ? one : many}`;
}
