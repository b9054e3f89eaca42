export { PoliticalCommsApi } from './credentials/PoliticalCommsApi.credentials';
export { PoliticalComms } from './nodes/PoliticalComms/PoliticalComms.node';
export { PoliticalCommsTrigger } from './nodes/PoliticalComms/PoliticalCommsTrigger.node';
