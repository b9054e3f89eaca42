import { expectCaught } from './caught';

jest.mock('../../../kernel/n8n/ledger', () => ({
	openLedger: () => ({ recall: () => undefined, record: () => {}, clear: () => {} }),
}));

expectCaught('the ledger is off', ({ onError }) => onError === 'stopWorkflow');
