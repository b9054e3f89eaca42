// Preloaded into n8n by a benchmark: notes when a node's requests and n8n's list of keys were under way,
// for each a line of JSON, [what, start, end], in milliseconds since 1970.
const { subscribe } = require('node:diagnostics_channel');
const { appendFileSync } = require('node:fs');
const Module = require('node:module');

const now = () => performance.timeOrigin + performance.now();
const note = (what, start) =>
	appendFileSync(process.env.BENCH_SPANS, `${JSON.stringify([what, start, now()])}\n`);

subscribe('http.client.request.start', ({ request }) => {
	const start = now();
	if (request.path.startsWith('/api/v2')) request.once('close', () => note(request.method, start));
});

const load = Module._load;
const watched = new WeakSet();
Module._load = function (request, ...rest) {
	const loaded = load.call(this, request, ...rest);
	if (request.endsWith('/deduplication-helper') && !watched.has(loaded)) {
		watched.add(loaded);
		watch(loaded.DeduplicationHelper.prototype, ['checkProcessedAndRecord', 'removeProcessed']);
	}
	return loaded;
};

function watch(prototype, names) {
	for (const name of names) {
		const call = prototype[name];
		prototype[name] = async function (...args) {
			const start = now();
			return await call.apply(this, args).finally(() => note('keys', start));
		};
	}
}
