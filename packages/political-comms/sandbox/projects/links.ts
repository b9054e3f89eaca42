/** A tracked link in the text to one contact. */
export interface TrackedLink {
	code: string;
	/** As it stands in the text. */
	url: string;
	destination: string;
	projectId: string;
	phone: string;
	isTest: boolean;
	/** Of the text that it stands in, once that was sent. */
	messageId?: string;
	clicks: number;
}

/** The links that texts were sent with. */
export class Links {
	private readonly byCode = new Map<string, TrackedLink>();

	add(link: TrackedLink): TrackedLink {
		this.byCode.set(link.code, link);
		return link;
	}

	get(code: string): TrackedLink | undefined {
		return this.byCode.get(code);
	}

	list(): TrackedLink[] {
		return [...this.byCode.values()];
	}
}
