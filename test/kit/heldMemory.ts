import v8 from 'node:v8';
import vm from 'node:vm';

v8.setFlagsFromString('--expose-gc');
const collectGarbage = vm.runInNewContext('gc') as () => void;

/**
 * Bytes that this process holds once its garbage is collected. What it has asked the system for grows with
 * the machine's load and with when garbage happens to be collected; this does not.
 */
export function heldMemory(): number {
	collectGarbage();
	const { heapUsed, arrayBuffers } = process.memoryUsage();
	return heapUsed + arrayBuffers;
}
