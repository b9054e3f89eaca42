export { TracklyApi } from './credentials/TracklyApi.credentials';
export { Trackly } from './nodes/Trackly/Trackly.node';
export { TracklyTrigger } from './nodes/Trackly/TracklyTrigger.node';
