export { list } from '../kit/account';
export * from '../kit/samples';

/** Stands for the id of a text that was sent before. */
export const SENT = '{id of a text}';

export const PHONE = '+12025550111';
/** Too short to be one. */
export const NO_PHONE = '5550111';
export const OFFER = 'offer_123';
