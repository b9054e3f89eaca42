// Preloaded into a build: its clock is years ahead.
const later = 3 * 365 * 24 * 3_600_000;
const { now } = Date;
global.Date = class extends Date {
	constructor(...parts) {
		super(...(parts.length === 0 ? [now() + later] : parts));
	}
	static now() {
		return now() + later;
	}
};
