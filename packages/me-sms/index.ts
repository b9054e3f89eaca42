export { MeSmsApi } from './credentials/MeSmsApi.credentials';
export { MeSms } from './nodes/MeSms/MeSms.node';
export { MeSmsTrigger } from './nodes/MeSms/MeSmsTrigger.node';
