import { startSandbox } from '.';
import { runProgram } from '../../../sandbox/core';

runProgram({
	name: 'Political Comms',
	command: 'npx tsx packages/political-comms/sandbox/main.ts',
	postsEvents: true,
	start: startSandbox,
});
