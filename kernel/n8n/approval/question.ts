/** What the page of Send and Wait shows, and which answers it takes. */
export interface Question {
	text: string;
	answers: Answers;
	words: PageWords;
}

/** The answers that a page takes. */
export type Answers =
	/** Without a label for no there is no such button. */
	| { type: 'approval'; approveLabel: string; declineLabel?: string }
	| { type: 'choices'; labels: readonly string[] }
	| { type: 'freeText'; maxCharacters: number; isOneLine: boolean; label: string; button: string };

/** What the page says besides the question and its answers. */
export interface PageWords {
	title: string;
	/** Language code of the page. */
	language: string;
	/** Who asks; not shown where it is not known. */
	sender?: string;
	thanks: string;
	/** Above the question again, after an answer that cannot be used. */
	retry: string;
}
