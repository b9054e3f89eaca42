/** What the bodies of requests must look like, by the contract. */
export * from './audience';
export { ID } from './common';
export * from './contact';
export * from './creative';
export * from './history';
export * from './link';
export * from './message';
export * from './offer';
export { LINK_PLACEHOLDER } from './offerLink';
export * from './phone';
export * from './revenue';
export * from './schedule';
