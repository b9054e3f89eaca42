import { ApiError } from '../../../../../sandbox/core';
import type { Account } from '../../account/account';
import { partsOf } from '../../messages/parts';
import { readNumbers } from '../../messages/read-numbers';
import type { NumbersRead } from '../../messages/read-numbers';
import { render } from '../../messages/render';
import type { Variables } from '../../messages/render';

const MOST_NUMBERS = 2_000_000; // contract: x-limits.max_msisdns

/** What Send and Preview have in common (contract: SendSmsRequest, PreviewRequest). */
export interface EstimateBody {
	content?: string;
	templateId?: number;
	variables?: Variables;
	msisdns?: unknown[];
	contactGroupId?: number;
}

/** What a body asks for, and what that costs. */
export interface Estimate extends NumbersRead {
	content: string;
	parts: number;
	credits: number;
}

/**
 * Reads what is to be sent to whom.
 *
 * @throws ApiError where numbers, group or template cannot be used
 */
export function estimate(account: Account, body: EstimateBody, fillsTemplate = true): Estimate {
	const content = textOf(account, body, fillsTemplate);
	const read = numbersOf(account, body);
	const parts = partsOf(content, account.switches.longParts);
	const credits = parts * read.numbers.length * account.settings.creditsPerPart;
	return { ...read, content, parts, credits };
}

/** contract: CostEstimate; a dry run has the same fields */
export function costOf({ numbers, parts, credits }: Estimate) {
	return { recipients: numbers.length, parts, credits };
}

function textOf(account: Account, body: EstimateBody, fillsTemplate: boolean): string {
	const { content, templateId, variables } = body;
	if (content !== undefined) {
		return account.switches.content === 'filled' && variables !== undefined
			? render(content, variables)
			: content;
	}
	const template = account.templates.get(templateId ?? NaN);
	if (template === undefined) throw new ApiError(undefined, 'There is no such template', 404);
	return fillsTemplate ? render(template, variables) : template;
}

function numbersOf({ groups, switches }: Account, body: EstimateBody): NumbersRead {
	const { msisdns, contactGroupId } = body;
	if (msisdns !== undefined) {
		if (msisdns.length > MOST_NUMBERS) {
			throw new ApiError(undefined, `msisdns must not have more than ${MOST_NUMBERS} items`, 400);
		}
		return readNumbers(msisdns, switches.badNumbers);
	}
	const numbers = groups.get(contactGroupId ?? NaN);
	if (numbers === undefined) throw new ApiError(undefined, 'There is no such group', 404);
	if (numbers.length === 0) throw new ApiError(undefined, 'The group is empty', 400);
	return { numbers, unreadable: new Map(), local: 0 };
}
