import { SegmentedMessage } from 'sms-segments-calculator';

/** How many segments a text is billed as (GSM-7 or UCS-2, whichever it needs). */
export function segmentsOf(text: string): number {
	return new SegmentedMessage(text).segmentsCount;
}
