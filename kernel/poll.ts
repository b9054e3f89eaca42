/** The face of the kernel for triggers that ask an API again and again; see `kernel/trigger.ts`. */
export { type InState, watchChanges } from './n8n/trigger/poll/changes';
export { watchLevel } from './n8n/trigger/poll/level';
export { type Listing, type Thing, watchLists } from './n8n/trigger/poll/lists';
export { poll, type PollTrigger } from './n8n/trigger/poll/poll';
export { type Cursor, type ListPage } from './n8n/trigger/poll/readList';
export { type PollEvent, type PollSession, type Watch } from './n8n/trigger/poll/session';
export { type Counts } from './n8n/trigger/poll/watched';
