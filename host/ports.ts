import { createServer, type AddressInfo } from 'node:net';

/** As many different free loopback ports as asked for. */
export async function freePorts(count: number): Promise<number[]> {
	// All are held open until the last one is known, so that none is given out twice.
	const servers = await Promise.all(Array.from({ length: count }, listenAnywhere));
	const ports = servers.map((server) => (server.address() as AddressInfo).port);
	await Promise.all(servers.map((server) => new Promise((done) => server.close(done))));
	return ports;
}

/** A port on loopback if it is free, otherwise any free one. */
export async function portOrAnother(wanted: number): Promise<number> {
	const server = await listen(wanted).catch(listenAnywhere);
	const { port } = server.address() as AddressInfo;
	await new Promise((done) => server.close(done));
	return port;
}

const listenAnywhere = async () => await listen(0);

async function listen(port: number) {
	const server = createServer();
	await new Promise<void>((listening, failed) => {
		server.once('error', failed).listen(port, '127.0.0.1', listening);
	});
	return server;
}
