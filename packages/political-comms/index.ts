export { PoliticalCommsApi } from './credentials/PoliticalCommsApi.credentials';
export { PoliticalComms } from './nodes/PoliticalComms/PoliticalComms.node';
