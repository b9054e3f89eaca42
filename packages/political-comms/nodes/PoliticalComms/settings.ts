import type { NodeSettings } from '../../../../kernel';
import { resources } from './operations';
import { politicalComms } from './profile';

/** What the Political Comms node brings to the kernel. */
export const politicalCommsSettings: NodeSettings = {
	operations: resources.flatMap(({ operations }) => operations),
	profile: politicalComms,
};
