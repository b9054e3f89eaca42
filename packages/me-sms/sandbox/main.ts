import { startSandbox } from '.';
import { runProgram } from '../../../sandbox/core';

runProgram({
	name: 'ME-SMS',
	command: 'npx tsx packages/me-sms/sandbox/main.ts',
	postsEvents: false,
	start: startSandbox,
});
