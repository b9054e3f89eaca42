// Preloaded into n8n. Its standard input is a pipe that whoever started it holds open and never
// writes to: when that process is gone, however it went, the pipe ends, and so does n8n with its
// children. Immediately: with its output gone too, n8n would not get through an orderly shutdown.
const { isMainThread } = require('node:worker_threads');

if (isMainThread) {
	const group = process.platform === 'win32' ? process.pid : -process.pid;
	process.stdin.once('end', () => process.kill(group, 'SIGKILL')).resume();
	// The pipe alone is no reason to stay.
	process.stdin.unref();
}
