import { ApiClient, type ApiAnswer, type RequestParts } from '../../../../../test/kit/apiClient';

/** Fields of responses that tests look at; whatever the form, both names of an id are `id`. */
export interface Data {
	[field: string]: unknown;
	id?: string;
	status?: string;
	data?: Data[];
}

export interface Answer extends ApiAnswer<Record<string, unknown>> {
	/** `data` of a good response, with the id under `id`. */
	data: Data;
}

/** Calls the API as any client would. */
export class Client extends ApiClient<Record<string, unknown>> {
	override async call(method: string, route: string, parts?: RequestParts): Promise<Answer> {
		const answer = await super.call(method, route, parts);
		const data = (answer.body.data ?? {}) as Data;
		const id = data.id ?? data.list_id ?? data.media_id ?? data.project_id;
		return {
			...answer,
			data: Array.isArray(data) ? data : { ...data, id: id as string | undefined },
		};
	}

	/** `data` of a response that must be good. */
	override async good(method: string, route: string, body?: unknown): Promise<Data> {
		const answer = await this.call(method, route, { body });
		if (answer.status >= 300) throw new Error(`${method} ${route}: ${JSON.stringify(answer.body)}`);
		return answer.data;
	}
}
