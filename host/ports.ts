import { createServer, type AddressInfo } from 'node:net';

/** As many different free loopback ports as asked for. */
export async function freePorts(count: number): Promise<number[]> {
	// All are held open until the last one is known, so that none is given out twice.
	const servers = await Promise.all(Array.from({ length: count }, listenAnywhere));
	const ports = servers.map((server) => (server.address() as AddressInfo).port);
	await Promise.all(servers.map((server) => new Promise((done) => server.close(done))));
	return ports;
}

async function listenAnywhere() {
	const server = createServer();
	await new Promise<void>((listening, failed) => {
		server.once('error', failed).listen(0, '127.0.0.1', listening);
	});
	return server;
}
