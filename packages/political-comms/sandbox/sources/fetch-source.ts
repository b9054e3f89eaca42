/** What came from a source URL. */
export interface SourceFile {
	bytes: Buffer;
	contentType: string | null;
}

interface Limits {
	seconds: number;
	maxBytes: number;
	/** The account's time, milliseconds. */
	now: number;
}

const LOOPBACK = /^(localhost|127\.0\.0\.1|\[::1\])$/;

/** Whether the account may fetch from an address at all: https, or http on this machine. */
export function isFetchable(url: string): boolean {
	if (!URL.canParse(url)) return false;
	const { protocol, hostname } = new URL(url);
	return protocol === 'https:' || (protocol === 'http:' && LOOPBACK.test(hostname));
}

/**
 * Fetches a file of a user as the account does, over real HTTP.
 *
 * @throws Error when the server does not hand it over in time, or it is too large
 */
export async function fetchSource(url: string, limits: Limits): Promise<SourceFile> {
	if (hasExpired(url, limits.now)) throw new Error('The URL has expired');
	const response = await fetch(url, { signal: AbortSignal.timeout(limits.seconds * 1_000) });
	if (!response.ok) throw new Error(`Status ${response.status}`);
	const bytes = Buffer.from(await response.arrayBuffer());
	if (bytes.length > limits.maxBytes) throw new Error('The file is too large');
	return { bytes, contentType: response.headers.get('content-type') };
}

/** Whether a presigned URL says of itself that its time is over. */
function hasExpired(url: string, now: number): boolean {
	const query = new URL(url).searchParams;
	const signedAt = query.get('X-Amz-Date');
	if (signedAt !== null) {
		const iso = signedAt.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z');
		return now > Date.parse(iso) + Number(query.get('X-Amz-Expires')) * 1_000;
	}
	const expires = query.get('Expires');
	return expires !== null && now > Number(expires) * 1_000;
}
