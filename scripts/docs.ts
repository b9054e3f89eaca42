import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';

import { withTable } from './catalogue';

const README = resolve(__dirname, '../README.md');
writeFileSync(README, withTable(readFileSync(README, 'utf8')));
