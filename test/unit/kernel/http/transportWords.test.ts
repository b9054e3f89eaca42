import { ONLY_WHILE_CONNECTING } from '../../../../kernel/http/transport';
import { TRANSPORT_IN_WORDS } from '../../../../kernel/http/transportWords';

it.each([...ONLY_WHILE_CONNECTING, 'ECONNRESET', 'ETIMEDOUT', 'EHOSTUNREACH', 'EPROTO'])(
	'%s is told in words',
	(code) => {
		expect(TRANSPORT_IN_WORDS[code]).toMatch(/^[a-z][A-Za-z -]+$/);
	},
);
