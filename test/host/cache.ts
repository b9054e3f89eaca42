import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** The Node that n8n 2.41 needs, from npm where the running one is older. */
export const HOST_NODE_VERSION = '24.21.0';

/** Where n8n is installed: outside the checkout, so that a fresh clone need not do it again. */
export function hostFolder(
	lock: string = readFileSync(join(__dirname, 'package-lock.json'), 'utf8'),
	platform: string = `${process.platform}-${process.arch}`,
	env: NodeJS.ProcessEnv = process.env,
): string {
	const hash = createHash('sha256')
		.update([lock, platform, HOST_NODE_VERSION].join('\n'))
		.digest('hex')
		.slice(0, 16);
	const cache = env.TRACKLY_HOST_CACHE ?? env.XDG_CACHE_HOME ?? join(homedir(), '.cache');
	return join(cache, 'n8n-nodes-trackly', `host-${hash}`);
}

/** The Node binary that runs n8n. */
export function hostNode(folder: string): string {
	const [platform, arch] = [process.platform, process.arch];
	const name = platform === 'win32' ? 'win' : platform;
	const binary = platform === 'win32' ? 'node.exe' : 'node';
	return join(folder, 'node', 'node_modules', `node-${name}-${arch}`, 'bin', binary);
}

/** n8n's command. */
export function hostN8n(folder: string): string {
	return join(folder, 'node_modules', 'n8n', 'bin', 'n8n');
}
