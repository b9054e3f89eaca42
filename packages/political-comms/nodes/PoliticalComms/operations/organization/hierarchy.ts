import type { JsonObject } from '../../../../../../kernel';
import { dataListOf, objectsIn } from '../../api/data';
import { simple } from '../../api/simple';

/** What the items of a tree are, by the value of Output. */
export function outputs(body: JsonObject, output: string | undefined): JsonObject[] {
	const roots = dataListOf(body);
	if (output === 'organizations') return roots.flatMap((root) => organizationsBelow(root));
	if (output === 'brands') return everyNode(roots).flatMap(brandsOf);
	if (output === 'campaigns') return everyNode(roots).flatMap(brandsWithCampaigns);
	return roots;
}

/** An organization and all below it; the first SDK calls those `children` (contract: HierarchyNode). */
function nodesFrom(node: JsonObject): JsonObject[] {
	return [node, ...everyNode(childrenOf(node))];
}

function everyNode(nodes: readonly JsonObject[]): JsonObject[] {
	return nodes.flatMap(nodesFrom);
}

function childrenOf({ childOrganizations, children }: JsonObject): JsonObject[] {
	return objectsIn(childOrganizations ?? children);
}

/** Each names the one above it, also where the API does not say. */
function organizationsBelow(node: JsonObject, parentId: string | null = null): JsonObject[] {
	const own = simple.hierarchyNode(node);
	return [
		{ ...own, parentId: own.parentId ?? parentId },
		...childrenOf(node).flatMap((child) => organizationsBelow(child, String(own.id))),
	];
}

function brandsOf(node: JsonObject): JsonObject[] {
	const { id, name } = simple.hierarchyNode(node);
	return objectsIn(node.brands).map((brand) => ({
		organizationId: id,
		organizationName: name,
		...simple.brand(brand),
	}));
}

function brandsWithCampaigns(node: JsonObject): JsonObject[] {
	const { id, name } = simple.hierarchyNode(node);
	return objectsIn(node.brands).flatMap((brand) => {
		const { id: brandId, name: brandName } = simple.brand(brand);
		return objectsIn(brand.campaigns).map((campaign) => ({
			organizationId: id,
			organizationName: name,
			brandId,
			brandName,
			...simple.campaign(campaign),
		}));
	});
}
