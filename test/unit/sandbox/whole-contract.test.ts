import path from 'node:path';
import { contract } from '../../../sandbox/trackly/contract';
import { handlers } from '../../../sandbox/trackly/resources';
import { describeServedOperations } from '../../kit/servedOperations';

const resources = path.join(__dirname, '../../../sandbox/trackly/resources');
describeServedOperations(contract, handlers, resources);
