/**
 * The face of the kernel for triggers. It is a separate one, because a bundle loads all that a face
 * names: a node that sends needs no engine for patterns.
 */
export { activationError, isRestart } from './n8n/trigger/activation';
export { eventPanel, eventParameters, eventWebhooks } from './n8n/trigger/describe';
export { OTHER_EVENTS, type PayloadField, type WebhookEvent } from './n8n/trigger/event';
export { checkFilters, type EventFilter } from './n8n/trigger/filter';
export { containsFilter, patternFilter, phoneFilter, wordFilter } from './n8n/trigger/filterKinds';
export { log } from './n8n/trigger/log';
export { fingerprint, type Memory, ownMemoryOf, rememberReplaced } from './n8n/trigger/memory';
export { momentIn, optionalIn, phoneIn, textIn, wordIn } from './n8n/trigger/payload';
export { respond } from './n8n/trigger/respond';
export { isAutomatic } from './n8n/trigger/secrets';
export { type Trigger } from './n8n/trigger/trigger';
