import type { WebhookEvent } from '../../../../../kernel/trigger';
import { analyzed } from './analyzed.event';
import { clicked } from './clicked.event';
import { delivered } from './delivered.event';
import { failed } from './failed.event';
import { replied } from './replied.event';
import { sent } from './sent.event';

/** All kinds of event, in the editor's order (alphabetical by name, as n8n wants it). */
export const events: readonly WebhookEvent[] = [
	analyzed,
	clicked,
	delivered,
	failed,
	replied,
	sent,
];
