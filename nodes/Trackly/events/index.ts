import type { WebhookEvent } from '../../../kernel/trigger';
import { delivery } from './delivery.event';
import { reply } from './reply.event';
import { unsubscribe } from './unsubscribe.event';

/** Kinds of event whose payload is known (contract: `webhooks`), in the order of the editor. */
export const events: readonly WebhookEvent[] = [reply, unsubscribe, delivery];
