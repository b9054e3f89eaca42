import type { JobState, JsonObject } from '../../../../../../kernel';
import { endpoints } from '../../api/endpoints';
import { dataOf } from '../../api/data';
import { simple } from '../../api/simple';

/** How far a file is (contract: importMedia, x-polling). */
export function mediaState({ status }: JsonObject): JobState {
	if (status === 'ready') return { is: 'ready' };
	return { is: status === 'failed' ? 'failed' : 'pending' };
}

/** How a file is asked for its state (contract: getMedia). */
export const mediaPolling = {
	poll: (file: JsonObject) => ({
		endpoint: endpoints.getMedia,
		pathParameters: { id: String(simple.media(file).id) },
	}),
	output: dataOf,
	simplify: simple.media,
	identify: (file: JsonObject) => ({ mediaId: simple.media(file).id }),
};
