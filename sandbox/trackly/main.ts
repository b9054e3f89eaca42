import { startSandbox } from '.';
import { runProgram } from '../core';

runProgram({
	name: 'Trackly',
	command: 'npm run sandbox --',
	postsEvents: true,
	start: startSandbox,
});
