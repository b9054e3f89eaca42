import { minutesIn, planOf } from '../../soak/plan';

const MINUTE = 60_000;

describe('the plan of a soak', () => {
	it('ends n8n every ten minutes of an hour, killing it every other time', () => {
		expect(planOf(60)).toEqual({
			minutes: 60,
			trafficUntil: 59 * MINUTE,
			restarts: [10, 20, 30, 40, 50].map((minute, index) => ({
				at: minute * MINUTE,
				how: index % 2 === 0 ? 'stopped' : 'killed',
			})),
			judgesMemory: true,
		});
	});

	it.each([2, 5, 10, 29])(
		'ends n8n both ways within %d minutes, with traffic after it',
		(minutes) => {
			const { restarts, trafficUntil, judgesMemory } = planOf(minutes);
			expect(restarts.map(({ how }) => how).slice(0, 2)).toEqual(['stopped', 'killed']);
			expect(trafficUntil).toBeLessThan(minutes * MINUTE);
			expect(restarts.at(-1)!.at).toBeLessThan(trafficUntil);
			expect(judgesMemory).toBe(false);
		},
	);

	it.each([0, 1, -5, NaN, 1_441])('refuses %d minutes', (minutes) => {
		expect(() => planOf(minutes)).toThrow('--minutes must be from 2 to 1440');
	});

	it.each([
		[[], 60],
		[['--minutes', '5'], 5],
		[['--minutes', '2.5'], 2.5],
	])('reads %j', (args, minutes) => expect(minutesIn(args)).toBe(minutes));

	it.each([[['5']], [['--minutes']], [['--minutes', '5', '6']], [['--hours', '1']]])(
		'refuses the arguments %j',
		(args) => expect(() => minutesIn(args)).toThrow('--minutes'),
	);
});
