import type { JsonObject } from '../../http/endpoint';

/** What a simplified row looks like: the names that it keeps, or what is made of it. */
export type Simplified = readonly string[] | ((row: JsonObject) => JsonObject);
