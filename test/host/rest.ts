/** n8n's own HTTP interface, as the editor uses it. */
export interface Rest {
	/** The `data` of the answer. @throws with status and text when it is not 2xx */
	<Data = unknown>(method: string, path: string, body?: unknown): Promise<Data>;
}

/** Who owns the n8n that tests and demo start. */
export const OWNER = {
	email: 'owner@example.com',
	password: 'Trackly-demo-1',
	firstName: 'Robin',
	lastName: 'Example',
};

/** Signs in (setting the owner up in a fresh n8n) and gives the editor's view of the server. */
export async function signIn(baseUrl: string): Promise<Rest> {
	let cookie = '';
	const rest: Rest = async <Data>(method: string, path: string, body?: unknown) => {
		const answer = await fetch(`${baseUrl}${path}`, {
			method,
			headers: {
				'content-type': 'application/json',
				// n8n ties the session to the browser that opened it.
				'browser-id': 'trackly-test-host',
				...(cookie && { cookie }),
			},
			body: body === undefined ? undefined : JSON.stringify(body),
		});
		cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? cookie;
		const text = await answer.text();
		if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text.slice(0, 500)}`);
		return (JSON.parse(text || '{}') as { data: Data }).data;
	};
	const settings = await rest<{ userManagement: { showSetupOnFirstLoad: boolean } }>(
		'GET',
		'/rest/settings',
	);
	if (settings.userManagement.showSetupOnFirstLoad) await rest('POST', '/rest/owner/setup', OWNER);
	else
		await rest('POST', '/rest/login', {
			emailOrLdapLoginId: OWNER.email,
			password: OWNER.password,
		});
	return rest;
}
