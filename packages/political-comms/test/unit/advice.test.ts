import { ADVICE, adviceFor } from '../../nodes/PoliticalComms/api/advice';
import {
	commonErrorCodes,
	errorCodes,
} from '../../nodes/PoliticalComms/api/contract.generated/errorCodes';

const codes = [...new Set([...commonErrorCodes, ...Object.values(errorCodes).flat()])];

it.each(codes)('there is advice for %s of the contract', (code) => {
	expect(adviceFor(code)).toMatch(/^[A-Z].+\.$/);
});

it.each(Object.entries(ADVICE))('the advice for %s is a sentence', (_, advice) => {
	expect(advice).toMatch(/^[A-Z][^]+\.$/);
});

it.each(['a_code_of_tomorrow', '', 'constructor', '__proto__'])('says nothing about %j', (code) => {
	expect(adviceFor(code)).toBeUndefined();
});
