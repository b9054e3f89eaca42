import type { NodeSettings } from '../../../../kernel';
import { resources } from './operations';
import { meSms } from './profile';

/** What the ME-SMS node brings to the kernel. */
export const meSmsSettings: NodeSettings = {
	operations: resources.flatMap(({ operations }) => operations),
	profile: meSms,
};
