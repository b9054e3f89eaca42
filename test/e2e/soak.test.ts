import { runSoak } from '../soak/soak';

/** Also where n8n has to be installed, and the machine is busy. */
jest.setTimeout(1_200_000);

const MINUTES = 5;

describe(`${MINUTES} minutes of mixed traffic in a real n8n that is stopped and killed`, () => {
	it('lose nothing and text nobody twice', async () => {
		const said: string[] = [];
		const { ok, lost, twice, wrong, ...rest } = await runSoak(MINUTES, (line) => said.push(line));
		const details = ok ? [] : [...said, JSON.stringify(rest)];
		expect({ lost, twice, wrong, details }).toEqual({ lost: 0, twice: 0, wrong: [], details: [] });
	});
});
