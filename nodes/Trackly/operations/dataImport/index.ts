import type { Resource } from '../../../../kernel';
import { clearHistory } from './clear.operation';
import { importClicks } from './clicks.operation';
import { importRevenue } from './revenue.operation';
import { importSends } from './sends.operation';

/** Operations on data from before Trackly, in the editor's order. */
export const dataImportResource: Resource = {
	value: 'dataImport',
	name: 'Data Import',
	defaultOperation: importSends,
	operations: [clearHistory, importClicks, importRevenue, importSends],
};
