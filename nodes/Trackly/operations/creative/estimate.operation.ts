import { local, required } from '../../../../kernel';
import { LINK_PLACEHOLDER } from '../../api/linkPlaceholder';
import { MAX_TEXT_CHARACTERS } from '../../api/stricter';
import { messageField, messageNotice } from './fields';

/** Characters of a short link (contract NOTES §3). */
const LINK_CHARACTERS = 23;

/** Characters of the opt-out text that Trackly appends (contract NOTES §3). */
const COMPLIANCE_CHARACTERS = 34;

/** Characters of one segment, and of each of several: the rule knows GSM-7 only (contract NOTES §3). */
const ONE_SEGMENT = 160;
const EACH_OF_SEVERAL = 153;

/** Works out how long a creative gets, by Trackly's own rule. */
export const estimateCreative = local({
	resource: 'creative',
	operation: 'estimate',
	name: 'Estimate',
	action: 'Estimate the length of a creative',
	description:
		'Estimate the segments of a template with its links and opt-out text. No request is made.',
	fields: [required(messageField), messageNotice],
	compute: ({ message }) => {
		const links = [...message.matchAll(LINK_PLACEHOLDER)].length;
		const bare = message.replace(LINK_PLACEHOLDER, '').length;
		const characters = bare + links * LINK_CHARACTERS + COMPLIANCE_CHARACTERS;
		return {
			message,
			links,
			character_count: characters,
			segment_count: characters <= ONE_SEGMENT ? 1 : Math.ceil(characters / EACH_OF_SEVERAL),
			too_long: message.length > MAX_TEXT_CHARACTERS,
		};
	},
});
