import { byId, element, keyed, plural, say, timeOf } from './dom.js';
import { post, read, remove } from './server.js';

const CHECKS = {
	valid: 'signature valid',
	invalid: 'signature does not fit',
	unsigned: 'not signed',
	unchecked: 'signature not checked: no secret',
};
const OUTCOMES = { accepted: 'accepted', retry: 'will be repeated', given_up: 'given up' };

/** What owners do here themselves, where the API registers no endpoints. */
let dashboard;

/** Whether the API posts events at all. */
let postsEvents = true;

export async function refreshWebhooks() {
	if (!postsEvents) return;
	const { endpoints, total, attempts } = await read('webhook-log');
	const paused = endpoints.filter(({ status }) => status === 'paused').length;
	byId('webhooks-paused').hidden = paused === 0;
	say(byId('webhooks-paused'), `${paused} paused`);
	if (byId('webhooks').hidden) return;

	const shown = endpoints.length > 0 ? endpoints : [{ id: 'none' }];
	keyed(byId('endpoints'), shown, ({ id }) => id, makeEndpoint, fillEndpoint);
	const more = total > attempts.length ? `, latest ${attempts.length} shown` : '';
	say(byId('posts'), total === 0 ? 'Nothing was posted yet.' : plural(total, 'post') + more);
	keyed(byId('attempts'), attempts, ({ id }) => id, makeAttempt, fillAttempt);
}

function makeEndpoint({ id }) {
	const item = element('li', id === 'none' ? 'hint' : 'endpoint');
	if (id === 'none') return item;
	item.append(element('div', 'words'), buttonFor(id));
	if (dashboard) {
		item.append(buttonFor(id, 'test', 'Test'), buttonFor(id, 'remove', 'Remove'));
	}
	return item;
}

function buttonFor(id, action = 'status', text = '') {
	const button = element('button', '', text);
	button.type = 'button';
	button.dataset.endpoint = id;
	button.dataset.action = action;
	return button;
}

function fillEndpoint(item, { id, url, events, signed, status }) {
	if (id === 'none') return say(item, 'No endpoint is registered.');
	const [words, button] = item.children;
	const isPaused = status === 'paused';
	const state = element('span', isPaused ? 'badge' : 'badge good', isPaused ? 'Paused' : 'Active');
	words.replaceChildren(
		element('span', 'url', url),
		state,
		element('span', 'hint', `${events.join(', ')} · ${signed ? 'signed' : 'no secret'}`),
	);
	button.textContent = isPaused ? 'Resume' : 'Pause';
	button.dataset.status = isPaused ? 'active' : 'paused';
	for (const each of item.querySelectorAll('button')) {
		each.setAttribute('aria-label', `${each.textContent} ${url}`);
	}
}

/** The body stays in the element while the line above it is written anew. */
function makeAttempt({ body, id, event }) {
	const item = element('li', 'attempt');
	const details = element('details');
	details.append(element('summary'), element('pre', '', pretty(body)));
	item.append(details);
	if (dashboard) {
		const repeat = element('button', '', 'Repeat');
		repeat.type = 'button';
		repeat.dataset.attempt = id;
		repeat.setAttribute('aria-label', `Repeat ${event}`);
		item.append(repeat);
	}
	return item;
}

function fillAttempt(item, { event, at, attempt, status, error, outcome, check, url, signature }) {
	const summary = item.querySelector('summary');
	const line = element('span', 'line');
	const response = status === null ? `no response: ${error}` : String(status);
	const isGood = outcome === 'accepted';
	line.append(
		element('span', 'name', event),
		element('span', isGood ? 'badge good' : 'badge', `${response}, ${OUTCOMES[outcome]}`),
	);
	const facts = element('span', 'hint');
	const signed = element('span', `check ${check}`, CHECKS[check]);
	if (signature !== null) signed.title = signature;
	facts.append(timeOf(at), ` · attempt ${attempt} · `, signed);
	summary.replaceChildren(line, facts, element('span', 'url hint', url ?? 'Endpoint removed'));
}

function pretty(body) {
	try {
		return JSON.stringify(JSON.parse(body), null, 2);
	} catch {
		return body;
	}
}

/** Does what a button asks for, and says what went wrong. */
async function act(action) {
	byId('webhooks-problem').textContent = '';
	try {
		await action();
		await refreshWebhooks();
	} catch (error) {
		byId('webhooks-problem').textContent = `Not done: ${error.message}`;
	}
}

function actOnEndpoint({ endpoint, action, status }) {
	const path = `webhooks/${encodeURIComponent(endpoint)}`;
	if (action === 'remove') return remove(path);
	return action === 'test' ? post(`${path}/test`) : post(`${path}/status`, { status });
}

/** A new endpoint; its secret is shown now and never again. */
async function addEndpoint() {
	const url = byId('endpoint-url').value;
	const ticked = [...byId('endpoint-events').querySelectorAll('input:checked')];
	const events = ticked.map(({ value }) => value);
	const { secret } = await post('webhooks', { url, events });
	byId('endpoint-url').value = '';
	byId('endpoint-secret').textContent = `Its secret, shown once: ${secret}`;
}

function tickFor(event) {
	const label = element('label', '', ` ${event}`);
	const input = element('input');
	input.type = 'checkbox';
	input.value = event;
	input.checked = dashboard.usualEvents.includes(event);
	label.prepend(input);
	return label;
}

export function startWebhooks(page) {
	({ dashboard, postsEvents } = page);
	byId('webhooks-tab').hidden = !postsEvents;
	byId('endpoints').addEventListener('click', ({ target }) => {
		if (target.dataset.endpoint) void act(() => actOnEndpoint(target.dataset));
	});
	if (!dashboard) return;
	byId('add-endpoint').hidden = false;
	byId('endpoint-events').append(...dashboard.events.map(tickFor));
	byId('add-endpoint').addEventListener('submit', (event) => {
		event.preventDefault();
		void act(addEndpoint);
	});
	byId('attempts').addEventListener('click', ({ target }) => {
		const { attempt } = target.dataset;
		if (attempt) void act(() => post(`journal/webhooks/${attempt}/repeat`));
	});
}
