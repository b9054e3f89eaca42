// Runs a server that knows nothing of whoever wants it (Redis, PostgreSQL) for as long as that
// process is there: standard input is a pipe that it holds open and never writes to. When the pipe
// ends, however that came about, the server is asked to end, and its folder is removed.
//
//   node endWithStarter.cjs '{"command": "…", "args": ["…"], "folder": "…", "uid": 1, "gid": 1}'
const { spawn } = require('node:child_process');
const { rmSync } = require('node:fs');

const STOP_DEADLINE_MS = 10_000;
const { command, args, folder, ...account } = JSON.parse(process.argv[2]);

const server = spawn(command, args, {
	cwd: folder,
	stdio: ['ignore', 'inherit', 'inherit'],
	...account,
});
const end = (code) => {
	rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
	process.exit(code);
};
server.on('error', (error) => {
	process.stderr.write(`${error.message}\n`);
	end(1);
});
server.on('exit', (code) => end(code ?? 1));
process.stdin
	.once('end', () => {
		server.kill('SIGINT');
		setTimeout(() => server.kill('SIGKILL'), STOP_DEADLINE_MS);
	})
	.resume();
