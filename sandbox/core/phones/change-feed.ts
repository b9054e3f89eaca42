const SHORTEST_PAUSE_MS = 200;

/** Tells watchers that screens changed, at most five times a second however many texts arrive. */
export class ChangeFeed {
	private readonly watchers = new Set<() => void>();
	private timer: NodeJS.Timeout | undefined;

	/** Returns the function that ends the subscription. */
	subscribe(watcher: () => void): () => void {
		this.watchers.add(watcher);
		return () => this.watchers.delete(watcher);
	}

	changed(): void {
		if (this.timer !== undefined || this.watchers.size === 0) return;
		this.timer = setTimeout(() => {
			this.timer = undefined;
			for (const watcher of this.watchers) watcher();
		}, SHORTEST_PAUSE_MS);
	}

	stop(): void {
		clearTimeout(this.timer);
		this.watchers.clear();
	}
}
