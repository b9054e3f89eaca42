// Preloaded into n8n: its clock is as many milliseconds ahead as the file says.
const { readFileSync } = require('node:fs');

const { now } = Date;
let ahead = 0;
setInterval(() => {
	ahead = Number(readFileSync(process.env.CLOCK_FILE, 'utf8')) || 0;
}, 50).unref();
global.Date = class extends Date {
	constructor(...parts) {
		super(...(parts.length === 0 ? [now() + ahead] : parts));
	}
	static now() {
		return now() + ahead;
	}
};
