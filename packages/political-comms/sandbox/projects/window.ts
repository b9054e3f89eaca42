const FROM_HOUR = 8;
const TO_HOUR = 22;
const FROM_HOUR_PACIFIC = 5; // 8:00 Eastern
const PACIFIC = 'America/Los_Angeles';

/** Zones by area code, of a few; others count as Eastern. Ours. */
const ZONES: Record<string, string> = {
	'312': 'America/Chicago',
	'214': 'America/Chicago',
	'303': 'America/Denver',
	'720': 'America/Denver',
	'213': PACIFIC,
	'415': PACIFIC,
	'907': 'America/Anchorage',
	'808': 'Pacific/Honolulu',
};

/** Where the holder of a number lives, by its area code. */
function zoneOf(phone: string): string {
	return ZONES[phone.slice(2, 5)] ?? 'America/New_York';
}

/** The zone of more than half of the contacts; undefined where there is none. */
export function zoneOfMost(phones: readonly string[]): string | undefined {
	const counts = new Map<string, number>();
	for (const phone of phones) counts.set(zoneOf(phone), (counts.get(zoneOf(phone)) ?? 0) + 1);
	return [...counts].find(([, count]) => count * 2 > phones.length)?.[0];
}

/**
 * Whether texts may be sent at a moment: 8:00 to 22:00 in the zone of most recipients, else from 8:00
 * Eastern to 22:00 Pacific (contract notes, life of a project).
 */
export function isInWindow(at: number, zone: string | undefined): boolean {
	if (zone === undefined) {
		const hour = hourIn(PACIFIC, at);
		return hour >= FROM_HOUR_PACIFIC && hour < TO_HOUR;
	}
	const hour = hourIn(zone, at);
	return hour >= FROM_HOUR && hour < TO_HOUR;
}

/** The day in Pacific time, YYYY-MM-DD; limits of T-Mobile count by it. */
export function pacificDay(at: number): string {
	return new Intl.DateTimeFormat('en-CA', { timeZone: PACIFIC }).format(at);
}

function hourIn(timeZone: string, at: number): number {
	const format = new Intl.DateTimeFormat('en-US', { timeZone, hour: 'numeric', hourCycle: 'h23' });
	return Number(format.format(at));
}
