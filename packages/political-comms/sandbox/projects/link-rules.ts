import type { Account } from '../account/account';
import { invalid, Refusal } from '../requests/refusal';
import type { ProjectContent } from './project';

/** @throws ApiError when the tracked link of a project leads nowhere (contract: LinkDestination) */
export function refuseBadLink({ registry }: Account, content: ProjectContent): void {
	const { linkEnabled, linkDestination, linkDomainId, linkParamField, linkFallback } = content;
	if (!linkEnabled) return;
	if (linkDestination === null) throw invalid('link_tracking_destination_url', 'is required');
	if (!registry.domains.some(({ id }) => id === linkDomainId)) {
		throw invalid('link_tracking_domain_id', 'is not a domain that the organization can use');
	}
	const placeholders = [...linkDestination.matchAll(/\{([^}]*)\}/g)].map(([, field]) => field);
	const isWhole = linkParamField !== null && linkDestination === `https://{${linkParamField}}`;
	const isBad =
		placeholders.some((field) => field !== linkParamField) ||
		(isWhole && (linkParamField === 'phone' || linkFallback === null)) ||
		(!isWhole && linkFallback !== null);
	if (isBad) throw new Refusal('INVALID_LINK_PLACEHOLDER', { status: 400 });
}
