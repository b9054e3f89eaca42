import { accessSync, constants, readdirSync } from 'node:fs';
import path from 'node:path';

/** Debian keeps PostgreSQL's programs out of the PATH, a folder for each version. */
const POSTGRES_VERSIONS = '/usr/lib/postgresql';

/** The programs that queue mode needs beside n8n. */
export interface QueuePrograms {
	redis: string;
	/** Folder of `initdb`, `pg_isready` and `postgres`. */
	postgresFolder: string;
}

/** Finds the programs of queue mode; otherwise the names of those that are missing. */
export function findQueuePrograms(
	environment: NodeJS.ProcessEnv = process.env,
): QueuePrograms | { missing: string[] } {
	const inPath = (environment.PATH ?? '').split(path.delimiter).filter((folder) => folder !== '');
	const redisFolder = inPath.find((folder) => isProgram(folder, 'redis-server'));
	const postgresFolder = [...inPath, ...debianFolders()].find((folder) =>
		['initdb', 'pg_isready', 'postgres'].every((name) => isProgram(folder, name)),
	);
	if (redisFolder !== undefined && postgresFolder !== undefined) {
		return { redis: path.join(redisFolder, 'redis-server'), postgresFolder };
	}
	const missing = [
		...(redisFolder === undefined ? ['redis-server'] : []),
		...(postgresFolder === undefined ? ['postgresql'] : []),
	];
	return { missing };
}

/** Newest version first. */
function debianFolders(): string[] {
	try {
		return readdirSync(POSTGRES_VERSIONS)
			.sort((one, other) => Number(other) - Number(one))
			.map((version) => path.join(POSTGRES_VERSIONS, version, 'bin'));
	} catch {
		return []; // not Debian, or not installed
	}
}

function isProgram(folder: string, name: string): boolean {
	try {
		accessSync(path.join(folder, name), constants.X_OK);
		return true;
	} catch {
		return false;
	}
}
