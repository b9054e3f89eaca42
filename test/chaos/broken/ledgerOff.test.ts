import { expectCaught } from './caught';

jest.mock('../../../kernel/n8n/run/executionLedger', () => ({
	openLedger: () => ({ recall: () => undefined, record: () => {}, clear: () => {} }),
}));

expectCaught('the ledger is off', ({ onError }) => onError === 'stopWorkflow');
