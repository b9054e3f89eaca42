/** Milliseconds: a limit for what takes a moment, or some seconds, which slow and busy machines keep too. */
export const SOON = 180_000;
