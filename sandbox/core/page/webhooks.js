import { byId, element, keyed, plural, say, timeOf } from './dom.js';
import { post, read } from './server.js';

const CHECKS = {
	valid: 'signature valid',
	invalid: 'signature does not fit',
	unsigned: 'not signed',
	unchecked: 'signature not checked: no secret',
};
const OUTCOMES = { accepted: 'accepted', retry: 'will be repeated', given_up: 'given up' };

export async function refreshWebhooks() {
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
	const button = element('button');
	button.type = 'button';
	button.dataset.endpoint = id;
	item.append(element('div', 'words'), button);
	return item;
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
	button.setAttribute('aria-label', `${button.textContent} ${url}`);
}

/** The body stays in the element while the line above it is written anew. */
function makeAttempt({ body }) {
	const item = element('li', 'attempt');
	const details = element('details');
	details.append(element('summary'), element('pre', '', pretty(body)));
	item.append(details);
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

export function startWebhooks() {
	byId('endpoints').addEventListener('click', async ({ target }) => {
		const { endpoint, status } = target.dataset;
		if (!endpoint) return;
		byId('webhooks-problem').textContent = '';
		try {
			await post(`webhooks/${encodeURIComponent(endpoint)}/status`, { status });
			await refreshWebhooks();
		} catch (error) {
			byId('webhooks-problem').textContent = `Not done: ${error.message}`;
		}
	});
}
