import path from 'node:path';

import { n8nEnvironment } from '../../../host/settings';

const place = { dataDir: '/data', nodePath: '/node24/bin/node', port: 5601, brokerPort: 5602 };

describe('the environment n8n runs in', () => {
	it('takes over nothing that could change how n8n behaves', () => {
		const environment = n8nEnvironment(place, {
			PATH: '/usr/bin',
			NODE_ENV: 'test',
			NODE_OPTIONS: '--inspect',
			HTTP_PROXY: 'http://proxy.example',
			DB_TYPE: 'postgresdb',
			N8N_PORT: '80',
		});
		expect(environment).not.toHaveProperty('NODE_ENV');
		expect(environment).not.toHaveProperty('NODE_OPTIONS');
		expect(environment).not.toHaveProperty('HTTP_PROXY');
		expect(environment).not.toHaveProperty('DB_TYPE');
		expect(environment.N8N_PORT).toBe('5601');
	});

	it('keeps to loopback and to its own folder', () => {
		const environment = n8nEnvironment(place, {});
		expect(environment).toMatchObject({
			N8N_LISTEN_ADDRESS: '127.0.0.1',
			N8N_WEBHOOK_URL: 'http://127.0.0.1:5601/',
			N8N_USER_FOLDER: '/data',
			HOME: '/data',
		});
	});

	it("finds the host's own Node first, for the task runners", () => {
		const { PATH } = n8nEnvironment(place, { PATH: '/usr/bin' });
		expect(PATH.split(path.delimiter)).toEqual(['/node24/bin', '/usr/bin']);
	});
});
