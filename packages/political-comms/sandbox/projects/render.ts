import type { Account } from '../account/account';
import type { Project } from './project';
import type { TrackedLink } from './links';

const FOOTER = ' STOP=END'; // contract: sample of listConversationMessages
/** How a tag writes its fallback is not shown; this is our guess. */
const TAG = /\{(\w+)(?:\|([^}]*))?\}/g;
const LINK_TAGS = new Set(['link', 'tracking_url']);
/** contract: ProjectTest.merge_values; which standard defaults there are is not told. */
const STANDARD_DEFAULTS: Record<string, string> = { first_name: 'Friend' };

/** Whom a text is for. */
export interface Reader {
	phone: string;
	/** Values by merge tag. */
	values: Readonly<Record<string, string>>;
	isTest: boolean;
}

/** The text for one contact, and the tracked link in it if there is one. */
export function renderText(
	account: Account,
	project: Project,
	reader: Reader,
): { text: string; link?: TrackedLink } {
	let link: TrackedLink | undefined;
	const filled = project.messageText.replace(
		TAG,
		(_, tag: string, fallback: string | undefined) => {
			if (!LINK_TAGS.has(tag) || !project.linkEnabled)
				return valueOf(tag, reader) || (fallback ?? STANDARD_DEFAULTS[tag] ?? '');
			link ??= linkFor(account, project, reader);
			return link.url;
		},
	);
	return { text: project.footer ? filled + FOOTER : filled, link };
}

function valueOf(tag: string, { values, phone }: Reader): string {
	return values[tag] ?? (tag === 'phone' ? phone : '');
}

function linkFor(account: Account, project: Project, reader: Reader): TrackedLink {
	const code = account.ids.next('k').slice(2);
	const domain = account.registry.domains.find(({ id }) => id === project.linkDomainId)?.domain;
	return account.links.add({
		code,
		url: `https://${domain}/${code}`,
		destination: destinationFor(project, reader),
		projectId: project.id,
		phone: reader.phone,
		isTest: reader.isTest,
		clicks: 0,
	});
}

/** contract: LinkDestination */
function destinationFor(project: Project, reader: Reader): string {
	const { linkDestination, linkParamField: field, linkFallback } = project;
	const destination = linkDestination ?? '';
	if (field === null) return destination;
	const value = valueOf(field, reader);
	if (destination === `https://{${field}}`) {
		const url = /^https?:\/\//.test(value) ? value : `https://${value}`;
		return value !== '' && URL.canParse(url) ? url : (linkFallback ?? '');
	}
	if (destination.includes(`{${field}}`)) {
		return destination.replaceAll(`{${field}}`, encodeURIComponent(value));
	}
	if (!URL.canParse(destination)) return destination;
	const url = new URL(destination);
	url.searchParams.set(field, value);
	return url.href;
}
