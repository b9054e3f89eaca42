import { wrongPathIn } from '../../../../kernel/http/wrongPath';
import type { Endpoint } from '../../../../kernel/http/endpoint';
import { profile } from '../n8n/standIn';

const settings = { labelOf: (setting: string) => `Paths > ${setting}`, pathsIn: () => ({}) };
const endpoint: Pick<Endpoint, 'method' | 'path' | 'pathSetting'> = {
	method: 'GET',
	path: '/balance',
	pathSetting: 'balance',
};

const find = (statusCode: number, body: string, called = endpoint) =>
	wrongPathIn({ statusCode, body, headers: {} }, { ...profile, pathSettings: settings }, called);

const PAGE = '<!DOCTYPE html><html><body>Welcome</body></html>';

it.each([
	[200, PAGE, 'a web page'],
	[404, ` \n${PAGE}`, 'a web page'],
	[403, PAGE, 'a web page'],
	[301, '', 'a redirect'],
	[307, PAGE, 'a redirect'],
	[404, '', 'no error text'],
	[404, 'Not found', 'no error text'],
	[404, '[]', 'no error text'],
	[404, '{"status":404}', 'no error text'],
	[405, '{}', 'no error text'],
])('%i with %j shows that nothing is there', (status, body, what) => {
	const error = find(status, body);
	expect(error).toMatchObject({ kind: 'refused', code: 'wrong_path', status, fatal: true });
	expect(error?.message).toContain(`GET /balance, which responded with ${what}`);
	expect(error?.message).toContain('under Paths > balance');
	expect(find(status, body, { ...endpoint, pathSetting: undefined })).toBeUndefined();
});

it.each([
	[200, '{"balance":7}'],
	[200, ''],
	[204, ''],
	[404, '{"error":"No such thing"}'],
	[405, '{"error":"Not now"}'],
	[400, '{"error":"Bad"}'],
	[409, ''],
	// They say what is wrong whoever sends them.
	[401, PAGE],
	[413, PAGE],
	[429, PAGE],
	[500, PAGE],
	[503, PAGE],
])('%i with %j says nothing of the path', (status, body) => {
	expect(find(status, body)).toBeUndefined();
});
