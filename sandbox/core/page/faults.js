import { byId, element, keyed, plural, say } from './dom.js';
import { post, read, remove } from './server.js';

/** The faults of the API that have a switch; others are listed. */
const FAULTS = [
	['Lose the answer', 'Does it, then cuts the connection', { kind: 'drop_after' }],
	['Cut the connection', 'Before anything is done', { kind: 'drop_before' }],
	['Half an answer', 'Does it, then breaks off', { kind: 'truncate' }],
	['No JSON', 'Does it, then answers with a web page', { kind: 'not_json' }],
	[
		'Too many requests',
		'429, retry after 2 seconds',
		{ kind: 'status', status: 429, retryAfter: 2 },
	],
	['Server error', '500, nothing done', { kind: 'status', status: 500 }],
	['Away', '503, nothing done', { kind: 'status', status: 503 }],
	['Slow', 'Every answer 3 seconds late', { kind: 'latency', latencyMs: 3000 }],
];
/** States of the account: what a switch that is on sets, and what is set otherwise. */
const SWITCHES = [
	['Suspended', 'Every request is refused with 403', { suspended: true }, { suspended: false }],
	['No webhooks API', 'Registration answers 404', { registration: false }, { registration: true }],
	[
		'No offers product',
		'Links to offers: 403',
		{ offerManagement: false },
		{ offerManagement: true },
	],
	['No SMS product', 'Shortening a link: 403', { sms: false }, { sms: true }],
];
const IN_ORDER = Object.assign({ billing: 'ok' }, ...SWITCHES.map(([, , , off]) => off));
const PLAIN_FIELDS = ['status', 'retryAfter', 'latencyMs'];

let active = []; // the faults that are on

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
	const states = SWITCHES.map(([name, hint, on]) => [name, hint, holds(switches, on)]);
	keyed(byId('account-switches'), states, first, makeSwitch, fillSwitch);
	byId('billing').value = switches.billing;
	byId('other-title').hidden = other.length === 0;
	keyed(byId('other-faults'), other, ({ id }) => id, makeOther, fillOther);

	const troubles = Object.keys(IN_ORDER).filter((name) => switches[name] !== IN_ORDER[name]);
	const count = faults.length + troubles.length;
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

export function startFaults() {
	byId('fault-switches').addEventListener('click', ({ target }) => {
		const button = target.closest('.switch');
		const fault = FAULTS.find(([name]) => name === button?.dataset.switch);
		if (fault) void act(() => toggleFault(fault));
	});
	byId('account-switches').addEventListener('click', ({ target }) => {
		const button = target.closest('.switch');
		const found = SWITCHES.find(([name]) => name === button?.dataset.switch);
		if (!found) return;
		const [, , on, off] = found;
		const isOn = button.getAttribute('aria-checked') === 'true';
		void act(() => post('switches', isOn ? off : on));
	});
	byId('billing').addEventListener('change', ({ target }) => {
		void act(() => post('switches', { billing: target.value }));
	});
	byId('other-faults').addEventListener('click', ({ target }) => {
		const { fault } = target.dataset;
		if (fault) void act(() => remove(`faults/${fault}`));
	});
	byId('clear').addEventListener('click', () => {
		void act(() => Promise.all([remove('faults'), post('switches', IN_ORDER)]));
	});
}
