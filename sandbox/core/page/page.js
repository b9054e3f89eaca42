import {
	chosenPhone,
	choosePhone,
	refreshConversation,
	startConversation,
} from './conversation.js';
import { byId, say } from './dom.js';
import { refreshFaults, startFaults } from './faults.js';
import { focusList, refreshList, startList } from './list.js';
import { live, read } from './server.js';
import { refreshWebhooks, startWebhooks } from './webhooks.js';

/** What the account tells of itself once. */
const page = await read('page');
document.title = `${page.name} phones`;

const STATES = { live: 'Live', away: 'Not connected; trying again …' };
const tabs = [...document.querySelectorAll('[data-panel]')];

const refresh = live(
	() =>
		Promise.all([
			refreshList(chosenPhone()),
			refreshConversation(),
			refreshFaults(),
			refreshWebhooks(),
		]),
	(state) => {
		byId('connection').dataset.state = state;
		say(byId('connection'), STATES[state]);
	},
);

/** The phone is in the address, so that the browser's own way back works. */
function showAddress() {
	const phone = decodeURIComponent(location.hash.slice(1)) || null;
	choosePhone(phone);
	document.body.dataset.view = phone === null ? 'list' : 'phone';
	return refresh();
}

async function open(phone) {
	location.hash = encodeURIComponent(phone);
	const shown = showAddress();
	byId('text').focus(); // immediately: what is typed before the conversation came is not lost
	await shown;
}

async function back() {
	location.hash = '';
	await showAddress();
	focusList();
}

/** Shows one panel beside the conversation, below it on a narrow screen, or none. */
function showPanel(name) {
	for (const tab of tabs) {
		const isShown = tab.dataset.panel === name;
		tab.setAttribute('aria-expanded', String(isShown));
		byId(tab.dataset.panel).hidden = !isShown;
	}
	document.body.dataset.panel = name ?? '';
	if (name) {
		byId(name).focus();
		void refresh();
	}
}

function closePanel() {
	const shown = tabs.find((tab) => tab.getAttribute('aria-expanded') === 'true');
	showPanel(null);
	shown?.focus();
}

for (const tab of tabs) {
	tab.addEventListener('click', () => {
		if (tab.getAttribute('aria-expanded') === 'true') closePanel();
		else showPanel(tab.dataset.panel);
	});
}
for (const button of document.querySelectorAll('[data-close]')) {
	button.addEventListener('click', closePanel);
}
document.addEventListener('keydown', ({ key, target }) => {
	if (key !== 'Escape' || target.type === 'search') return; // there it empties the field
	if (document.body.dataset.panel) closePanel();
	else if (chosenPhone() !== null) void back();
});
document.addEventListener('visibilitychange', refresh);
window.addEventListener('hashchange', showAddress);
byId('back').addEventListener('click', back);

startList({ onChoose: open, onSearch: refresh });
startConversation(page, refresh);
startFaults(page);
startWebhooks(page);
void showAddress();
