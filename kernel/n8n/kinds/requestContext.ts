import type { Note } from '../../delivery/outcome';

/** What a request may ask and say of the execution that it is made in. */
export interface RequestContext {
	/** Signed address at which a waiting execution continues. */
	resumeUrl(): string;
	/** When this run of the node began: the same moment for each of its tries. */
	startedAt(): Date;
	/** Tells users something about the item, above the node's output. */
	note(note: Note): void;
}
