import { ApiResponse } from '../../../../../sandbox/core';
import type { Call } from '../../../../../sandbox/core';
import type { Account } from '../../account/account';
import { phoneOf } from '../../lists/phone';
import type { Project } from '../../projects/project';
import { audienceOf, centsOf } from '../../projects/recipients';
import { sendText } from '../../projects/send';
import { isChangeable, notNow, refusePausedSending } from '../../projects/states';
import { invalid, Refusal } from '../../requests/refusal';
import { good, scopeOf } from '../scope';

/** contract: ProjectTest */
interface Body {
	test_contacts: Array<{ phone: string; merge_values?: Record<string, string> }>;
}

/** contract: testProject */
export function testProject(account: Account, call: Call<Body>) {
	const project = account.projects.find(call.params.id, scopeOf(account, call));
	const contacts = call.body.test_contacts;
	if (contacts.some(({ phone }) => phoneOf(phone) !== phone)) {
		throw invalid('test_contacts', 'holds a number that is not of the US or Canada');
	}
	refusePausedSending(account);
	if (!isChangeable(project) || project.listIds.length === 0) {
		throw notNow('The project is not ready for a test');
	}
	if (contacts.length * centsOf(project) > account.settings.balanceCents) {
		throw new Refusal('INSUFFICIENT_BALANCE', { status: 402 });
	}
	const [sample] = audienceOf(account, project);
	const sent = contacts.map(({ phone, merge_values: values = sample?.fields ?? {} }) => {
		const { id } = sendText(account, project, { phone, values, isTest: true });
		account.didDo('test_sent', id);
		return { id, phone };
	});
	project.isTested = true;
	return new ApiResponse(202, good(resultOf(account, project, sent)));
}

/** contract: ProjectTestResult */
function resultOf(
	account: Account,
	{ id, status }: Project,
	sent: ReadonlyArray<{ id: string; phone: string }>,
): object {
	if (account.generation() === 'docs') {
		return {
			project_id: id,
			tests_sent: sent.length,
			sent_to: sent.map(({ phone }) => masked(phone)),
			queued_at: account.clock.stamp(),
		};
	}
	return {
		project_id: id,
		status,
		test_messages: sent.map((each) => ({ test_message_id: each.id, sent_to: masked(each.phone) })),
	};
}

/** contract: the number with its middle masked */
const masked = (phone: string) => `${phone.slice(0, 5)}****${phone.slice(-3)}`;
