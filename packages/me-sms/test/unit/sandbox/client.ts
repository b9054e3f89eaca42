import { ApiClient } from '../../../../../test/kit/apiClient';

/** What a response says, whatever its form. */
export type Data = Record<string, unknown>;

/** Calls the API as any client would. */
export class Client extends ApiClient<Data> {}
