/** Files that the account imports, as if they were in a bucket. */
export const CSV_URL = 'https://files.example.org/contacts.csv';
export const PICTURE_URL = 'https://files.example.org/rally.jpg';

const FILES = new Map([
	[CSV_URL, 'Mobile,First\n+12025550117,Noor\n3035550164,Eli\n'],
	[PICTURE_URL, 'jpg'],
]);

/** Serves the files to this process. @returns what ends that */
export function serveSources(): () => void {
	const real = globalThis.fetch;
	globalThis.fetch = async (url, init) => {
		const file = FILES.get(String(url));
		return file === undefined ? await real(url, init) : new Response(file);
	};
	return () => void (globalThis.fetch = real);
}
