import type { IDataObject } from 'n8n-workflow';

import type { Answers } from './question';

/** What came back from the page: the answer, or that it cannot be used. */
export type Answer = { data: IDataObject } | { unusable: true };

const UNUSABLE: Answer = { unusable: true };

/** Characters that a keyboard does not make; line breaks and tabs aside. */
const CONTROL = /[^\P{Cc}\n\t]/gu;

/** Reads the posted form by the question that it belongs to. */
export function answerOf(form: IDataObject, answers: Answers): Answer {
	if (answers.type === 'choices') return choiceOf(form.choice, answers.labels);
	if (answers.type === 'freeText') return textOf(form.text, answers);
	return form.approved === 'true' || form.approved === 'false'
		? { data: { approved: form.approved === 'true' } }
		: UNUSABLE;
}

function choiceOf(posted: unknown, labels: readonly string[]): Answer {
	const index = labels.findIndex((_, position) => posted === String(position));
	return index === -1 ? UNUSABLE : { data: { choice: labels[index], index } };
}

function textOf(
	posted: unknown,
	{ maxCharacters, isOneLine }: Extract<Answers, { type: 'freeText' }>,
): Answer {
	if (typeof posted !== 'string') return UNUSABLE;
	const lines = posted.replace(/\r\n?/g, '\n').replace(CONTROL, '');
	const text = (isOneLine ? lines.replace(/\s*\n\s*/g, ' ') : lines).trim();
	return text === '' || text.length > maxCharacters ? UNUSABLE : { data: { text } };
}
