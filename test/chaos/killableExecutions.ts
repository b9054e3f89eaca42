import type { ICredentialsHelper, Workflow } from 'n8n-workflow';

import type { ProcessedStore } from '../kit/processedStore';

/** What ends an execution as it is about to make a request, counted from 1. */
export interface Ends {
	diesAt?: number;
	stopsAt?: number;
	/** What a press on Stop does. */
	stop(): void;
}

/**
 * Executions that can die as with a SIGKILL to n8n: from that moment on they neither make requests
 * nor reach n8n's store. What has left, has left.
 */
export class KillableExecutions {
	private readonly dead = new WeakSet<object>();

	/** Requests that executions have let go, all of them together. */
	requests = 0;

	/** Requests that executions were about to make after somebody had pressed Stop. */
	afterStop = 0;

	constructor(store: ProcessedStore) {
		const { checkProcessedAndRecord, removeProcessed } = store;
		store.checkProcessedAndRecord = async (...call) => {
			this.refuseDead(call[2].workflow);
			return await checkProcessedAndRecord.apply(store, call);
		};
		store.removeProcessed = async (...call) => {
			this.refuseDead(call[2].workflow);
			await removeProcessed.apply(store, call);
		};
	}

	/** @returns what resolves when the execution dies */
	watch(workflow: Workflow, helper: ICredentialsHelper, { diesAt, stopsAt, stop }: Ends) {
		const authenticate = helper.authenticate.bind(helper);
		let made = 0;
		return new Promise<'dead'>((resolve) => {
			// n8n calls it once for each request, right before it leaves.
			helper.authenticate = async (...call) => {
				made++;
				if (stopsAt !== undefined && made > stopsAt) this.afterStop++;
				if (made === stopsAt) stop();
				if (made === diesAt) {
					this.dead.add(workflow);
					resolve('dead');
				}
				if (this.dead.has(workflow)) await new Promise(() => {});
				const authenticated = await authenticate(...call);
				this.requests++;
				return authenticated;
			};
		});
	}

	/** An error, not silence: the node lets one call at a time through, for the living too. */
	private refuseDead(workflow: object): void {
		if (this.dead.has(workflow)) throw new Error('This execution is dead');
	}
}
