import { byId, element, keyed, plural, say } from './dom.js';
import { post, read, remove } from './server.js';

/** The faults of the API that have a switch; others are listed. */
const FAULTS = [
	['Lose the response', 'Does it, then cuts the connection', { kind: 'drop_after' }],
	['Cut the connection', 'Before anything is done', { kind: 'drop_before' }],
	['Half a response', 'Does it, then breaks off', { kind: 'truncate' }],
	['No JSON', 'Does it, then sends a web page', { kind: 'not_json' }],
	[
		'Too many requests',
		'429, retry after 2 seconds',
		{ kind: 'status', status: 429, retryAfter: 2 },
	],
	['Server error', '500, nothing done', { kind: 'status', status: 500 }],
	['Away', '503, nothing done', { kind: 'status', status: 503 }],
	['Slow', 'Every response 3 seconds late', { kind: 'latency', latencyMs: 3000 }],
];
const PLAIN_FIELDS = ['status', 'retryAfter', 'latencyMs'];

let active = []; // the faults that are on
let toggles = []; // switches of the account with two states
let choices = []; // switches of the account with more

/** Whether the object holds all that the pattern says. */
const holds = (object, pattern) =>
	Object.entries(pattern).every(([name, value]) => object[name] === value);
/** A switch's fault: without conditions that only a program sets. */
const isOfSwitch = (fault, pattern) =>
	holds(fault, pattern) &&
	PLAIN_FIELDS.every((name) => fault[name] === pattern[name]) &&
	fault.operationId === undefined &&
	fault.probability === undefined;

export async function refreshFaults() {
	const [{ faults }, { switches }] = await Promise.all([read('faults'), read('status')]);
	active = faults;
	const other = faults.filter((fault) => !FAULTS.some(([, , each]) => isOfSwitch(fault, each)));
	keyed(byId('fault-switches'), FAULTS.map(faultState), first, makeSwitch, fillSwitch);
	const isUnusual = ({ key, usual }) => switches[key] !== usual;
	const states = toggles.map((each) => [each.label, each.hint, isUnusual(each)]);
	keyed(byId('account-switches'), states, first, makeSwitch, fillSwitch);
	for (const { key } of choices) byId(`choice-${key}`).value = switches[key];
	byId('other-title').hidden = other.length === 0;
	keyed(byId('other-faults'), other, ({ id }) => id, makeOther, fillOther);

	const count = faults.length + [...toggles, ...choices].filter(isUnusual).length;
	byId('faults-on').hidden = count === 0;
	say(byId('faults-on'), `${count} on`);
	byId('clear').disabled = count === 0;
}

const first = ([name]) => name;

/** What the switch of a fault shows: how it hits is said once it is on. */
function faultState([name, hint, pattern]) {
	const on = active.filter((fault) => isOfSwitch(fault, pattern));
	if (on.length === 0) return [name, hint, false];
	const hits = on.reduce((sum, fault) => sum + fault.hits, 0);
	const limit = on.every(({ count }) => count === 1) ? 'the next request' : plural(hits, 'hit');
	return [name, `${hint} · ${limit}`, true];
}

function makeSwitch() {
	const button = element('button', 'switch');
	button.type = 'button';
	button.setAttribute('role', 'switch');
	return button;
}

function fillSwitch(button, [name, hint, isOn]) {
	const words = element('span', 'words');
	words.append(element('span', 'name', name), element('span', 'hint', hint));
	button.setAttribute('aria-checked', String(isOn));
	button.setAttribute('aria-label', name);
	button.dataset.switch = name;
	button.replaceChildren(words, element('span', 'track'));
}

function makeOther() {
	return element('li', 'other');
}

function fillOther(item, { id, hits, ...fault }) {
	const told = Object.entries(fault).map(([name, value]) => `${name} ${JSON.stringify(value)}`);
	const off = element('button', '', 'Switch off');
	off.type = 'button';
	off.dataset.fault = id;
	item.replaceChildren(
		element('span', 'words', `${told.join(', ')} · ${plural(hits, 'hit')}`),
		off,
	);
}

async function act(action) {
	byId('faults-problem').textContent = '';
	try {
		await action();
		await refreshFaults();
	} catch (error) {
		byId('faults-problem').textContent = `Not done: ${error.message}`;
	}
}

async function toggleFault([, , pattern]) {
	const on = active.filter((fault) => isOfSwitch(fault, pattern));
	if (on.length > 0) await Promise.all(on.map(({ id }) => remove(`faults/${id}`)));
	else await post('faults', { ...pattern, ...(byId('once').checked && { count: 1 }) });
}

/** A switch with several states, to pick one. */
function makeChoice({ key, label, hint, choices: words }) {
	const select = element('select');
	select.id = `choice-${key}`;
	select.dataset.key = key;
	select.title = hint;
	select.append(...Object.entries(words).map(([value, word]) => new Option(word, value)));
	const choice = element('label', 'pick', label);
	choice.append(' ', select);
	return choice;
}

/** `page` names the switches of the account. */
export function startFaults(page) {
	toggles = page.switches.filter((each) => !each.choices);
	choices = page.switches.filter((each) => each.choices);
	byId('account-choices').replaceChildren(...choices.map(makeChoice));
	const usual = Object.fromEntries(page.switches.map((each) => [each.key, each.usual]));

	byId('fault-switches').addEventListener('click', ({ target }) => {
		const button = target.closest('.switch');
		const fault = FAULTS.find(([name]) => name === button?.dataset.switch);
		if (fault) void act(() => toggleFault(fault));
	});
	byId('account-switches').addEventListener('click', ({ target }) => {
		const button = target.closest('.switch');
		const found = toggles.find(({ label }) => label === button?.dataset.switch);
		if (!found) return;
		const isOn = button.getAttribute('aria-checked') === 'true';
		void act(() => post('switches', { [found.key]: isOn ? found.usual : !found.usual }));
	});
	byId('account-choices').addEventListener('change', ({ target }) => {
		void act(() => post('switches', { [target.dataset.key]: target.value }));
	});
	byId('other-faults').addEventListener('click', ({ target }) => {
		const { fault } = target.dataset;
		if (fault) void act(() => remove(`faults/${fault}`));
	});
	byId('clear').addEventListener('click', () => {
		void act(() => Promise.all([remove('faults'), post('switches', usual)]));
	});
}
