const TAIL_LENGTH = 6; // contract: samples of Offer.slug, Creative.slug

/** The readable id of newer samples: `ofr_spring-sampler_9f3d21`. */
export function slugOf(prefix: string, name: string, id: string): string {
	const words = name.toLowerCase().match(/[a-z0-9]+/g) ?? [];
	return `${prefix}_${words.join('-')}_${id.slice(-TAIL_LENGTH)}`;
}
