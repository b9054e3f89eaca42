import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';

import { portOrAnother } from '../../../host/ports';

describe('a port that is wished for', () => {
	it('is taken where it is free, and never shared with who has it', async () => {
		const server = createServer();
		await new Promise<void>((listening) => server.listen(0, listening));
		const { port } = server.address() as AddressInfo;
		expect(await portOrAnother(port)).not.toBe(port);
		await new Promise((closed) => server.close(closed));
		expect(await portOrAnother(port)).toBe(port);
	});
});
