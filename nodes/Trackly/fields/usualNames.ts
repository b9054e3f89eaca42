/** What people call a phone number in their sheets and databases. */
export const PHONE_NAMES = ['phone', 'phone_number', 'mobile'];

/** What people call the text of a message there. */
export const TEXT_NAMES = ['text', 'message'];
