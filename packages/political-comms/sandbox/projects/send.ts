import type { Account } from '../account/account';
import type { Message } from '../messages/message';
import type { Project } from './project';
import { centsOf, mediaUrlsOf, sendersOf } from './recipients';
import { renderText } from './render';
import type { Reader } from './render';

/** Sends a project's text to one number. */
export function sendText(account: Account, project: Project, reader: Reader): Message {
	const { clock, ids, threads } = account;
	const { orgId, initiatorId, protocol, brandId, campaignId } = project;
	const thread = threads.open(
		{
			projectId: project.id,
			orgId,
			phone: reader.phone,
			sender: threads.senderFor(orgId, reader.phone, sendersOf(account, project), ids.fraction()),
			isTest: reader.isTest,
		},
		() => ({ id: ids.next('cnv'), createdAt: clock.stamp() }),
	);
	const { text, link } = renderText(account, project, reader);
	const message = account.messages.send({
		thread,
		origin: reader.isTest ? 'test' : 'project',
		text,
		mediaUrls: mediaUrlsOf(account, project),
		bill: { orgId, initiatorId, product: protocol, cents: centsOf(project), brandId, campaignId },
	});
	if (link !== undefined) link.messageId = message.id;
	return message;
}
