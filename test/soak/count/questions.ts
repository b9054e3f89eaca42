import { nodeOutput, type Execution } from '../../../host/n8n';
import type { ReceivedText } from '../../../sandbox/trackly';
import { isThanked, type Question } from '../asked';
import { NODE } from '../workflows';
import { isDead } from './executions';
import { fateOfPosts, type Counted } from './texts';

/** What became of questions. */
export interface QuestionCounts {
	asked: number;
	/** Their workflow went on with the answer that was given. */
	answered: number;
	/** Of these, those whose wait outlived a restart. */
	acrossRestarts: number;
	/** An answer was taken, and the workflow did not go on with it; or n8n took the question and did not run. */
	lost: number;
	/** Texted once too often. */
	twice: number;
	/** n8n died with it, or the response of the account was lost; what the phone knows. */
	unknown: { arrived: number; missing: number };
	/** n8n was down and did not take them. */
	notTaken: number;
}

export const NO_QUESTIONS: QuestionCounts = {
	asked: 0,
	answered: 0,
	acrossRestarts: 0,
	lost: 0,
	twice: 0,
	unknown: { arrived: 0, missing: 0 },
	notTaken: 0,
};

/** Everything that is known of one question. */
export interface QuestionStory {
	question: Question;
	/** In the order of their starts. */
	executions: readonly Execution[];
	/** What its phone received. */
	texts: readonly ReceivedText[];
	/** When n8n ended, in milliseconds since 1970. */
	ends: ReadonlyArray<{ from: number }>;
	/** Whether what n8n took at a time may have died with it. */
	isDoubtful: (at: number) => boolean;
}

/** Counts what became of a question. */
export function countQuestion(story: QuestionStory): Counted<QuestionCounts> {
	const { question, executions, texts, isDoubtful } = story;
	const wrong: string[] = [];
	const counts = { ...NO_QUESTIONS, unknown: { arrived: 0, missing: 0 }, asked: 1 };
	counts.twice = Math.max(0, texts.length - 1);
	const isUnknown = () => void counts.unknown[texts.length > 0 ? 'arrived' : 'missing']++;
	const isLost = (why: string) => {
		counts.lost++;
		wrong.push(`${question.id}: ${why}`);
	};

	const last = executions.at(-1);
	const thanks = question.presses.filter(isThanked);
	if (last === undefined) {
		const fate = fateOfPosts(question.posts, isDoubtful);
		if (fate === 'lost') isLost('n8n took it and has not run');
		else if (fate === 'unknown') isUnknown();
		else counts.notTaken++;
	} else if (isDead(last)) {
		const promised = thanks.some(({ to }) => !isDoubtful(to));
		if (promised) isLost(`its answer was taken, and execution ${last.id} is ${last.status}`);
		else isUnknown();
	} else if (last.status !== 'success') {
		isLost(`execution ${last.id} is ${last.status}`);
	} else {
		const answer = (nodeOutput(last, NODE)[0]?.json ?? {}) as {
			status?: string;
			data?: { approved?: boolean };
		};
		if (answer.status === 'unknown') isUnknown();
		else if (answer.data?.approved === question.approves && question.presses.length > 0) {
			counts.answered++;
			counts.acrossRestarts += Number(outlived(story));
		} else isLost(`went on with ${JSON.stringify(answer)}`);
	}
	return { counts, wrong };
}

/** Whether n8n ended between the question and its answer. */
function outlived({ question, ends }: QuestionStory): boolean {
	const asked = question.posts[0].to;
	const answered = question.presses[question.presses.length - 1].from;
	return ends.some(({ from }) => from > asked && from < answered);
}
