import type { Resource } from '../../../../kernel/n8n/describe';
import { clearHistory } from './clear';
import { importClicks } from './clicks';
import { importRevenue } from './revenue';
import { importSends } from './sends';

/** What can be done about data from before Trackly, in the editor's order. */
export const dataImportResource: Resource = {
	value: 'dataImport',
	name: 'Data Import',
	defaultOperation: importSends,
	operations: [clearHistory, importClicks, importRevenue, importSends],
};
