import { type Field, type FieldOptions, pickById, requiredById } from '../../../../../kernel';
import { things } from './things';

type Name = keyof typeof things;
type Look = Partial<FieldOptions>;

/** A field for one thing, which may stay open. */
export function optionalOne<N extends Name>(
	name: N,
	description: string,
	look: Look = {},
): Field<N, string | undefined> {
	return pickById(name, things[name], { description, ...dependence(name), ...look });
}

/** A field for one thing, which must be there. */
export function one<N extends Name>(
	name: N,
	description: string,
	look: Look = {},
): Field<N, string> {
	return requiredById(name, things[name])(description, { ...dependence(name), ...look });
}

/** What narrows the list that a thing is picked from. */
const DEPENDS_ON: { readonly [N in Name]?: readonly string[] } = {
	brandId: ['organizationId', 'filters.organizationId'],
	campaignId: ['organizationId', 'brandId', 'filters.organizationId', 'filters.brandId'],
	tollFreeVerificationId: ['organizationId', 'filters.organizationId'],
	trackingDomainId: ['organizationId', 'filters.organizationId'],
	contactListId: ['organizationId', 'filters.organizationId'],
	mediaId: ['organizationId', 'filters.organizationId'],
	projectId: ['organizationId', 'filters.organizationId'],
};

function dependence(name: Name): Look {
	const loadOptionsDependsOn = DEPENDS_ON[name];
	return loadOptionsDependsOn === undefined
		? {}
		: { typeOptions: { loadOptionsDependsOn: [...loadOptionsDependsOn] } };
}
