import { createRedactor } from './redactor';

export { maskPhoneNumber } from './redactor';

/** Text that is safe to show or log: keys hidden, phone numbers cut to their last four digits. */
export const redact = createRedactor([/(?<=\btrk_)[A-Za-z0-9]+/g]);
