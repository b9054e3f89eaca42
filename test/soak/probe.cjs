// Preloaded into n8n: tells on a port of loopback what the process holds after garbage collection.
const { createServer } = require('node:http');
const { setFlagsFromString } = require('node:v8');
const { runInNewContext } = require('node:vm');
const { isMainThread } = require('node:worker_threads');

// Not in the processes that n8n starts.
if (isMainThread && process.argv.includes('start')) {
	setFlagsFromString('--expose-gc');
	const collect = runInNewContext('gc');
	createServer((_request, response) => {
		// Once more for what finalizers let go.
		collect();
		collect();
		const { heapUsed, external, rss } = process.memoryUsage();
		response.end(JSON.stringify({ heap: heapUsed + external, rss, uptime: process.uptime() }));
	})
		.listen(Number(process.env.SOAK_PROBE_PORT), '127.0.0.1')
		.unref();
}
