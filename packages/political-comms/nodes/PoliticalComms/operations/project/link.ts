import {
	collectionField,
	type Field,
	InputError,
	type JsonObject,
	textField,
	type ValuesOf,
} from '../../../../../../kernel';
import { optionalOne } from '../../fields/one';

/** Where the tracked link leads. */
export const destinationField = textField('linkDestination', {
	displayName: 'Destination URL',
	placeholder: 'e.g. https://example.org/canvass',
	description:
		'Where the tracked link leads. With {field}, the Parameter Field of the recipient is put in; as https://{field} it is the whole address.',
});

/** A field of the recipient that goes along. */
export const parameterField = textField('linkParameterField', {
	displayName: 'Parameter Field',
	placeholder: 'e.g. precinct',
	description: 'Merge tag whose value goes along with each click: phone or a custom one',
});

/** Where the link leads without an address of the recipient. */
export const fallbackField = textField('linkFallbackUrl', {
	displayName: 'Fallback URL',
	placeholder: 'e.g. https://example.org/all',
	description:
		'Where it leads for recipients whose field holds no address. Only, and always, with https://{field}.',
});

/** The domain that short links are made of. */
export const domainField = optionalOne(
	'trackingDomainId',
	'The domain that tracked links are made of',
	{ displayName: 'Domain' },
);

/** What makes the link in the text a tracked one. */
export const linkTrackingField = collectionField(
	'linkTracking',
	{ displayName: 'Link Tracking', placeholder: 'Add link field' },
	[destinationField, domainField, fallbackField, parameterField],
);

export type Link = Partial<
	ValuesOf<
		[typeof destinationField, typeof domainField, typeof fallbackField, typeof parameterField]
	>
>;

/** The body's part of a link; nothing without one. @throws InputError by the contract's rules */
export function linkBody(link: Link): JsonObject {
	if (Object.values(link).every((value) => value === undefined)) return {};
	const { linkDestination, trackingDomainId, linkFallbackUrl, linkParameterField } = link;
	if (linkDestination === undefined) throw missing(destinationField.property.displayName);
	if (trackingDomainId === undefined) throw missing(domainField.property.displayName);
	checkPlaceholder(linkDestination, linkParameterField, linkFallbackUrl);
	return {
		link_tracking_enabled: true,
		link_tracking_destination_url: linkDestination,
		link_tracking_domain_id: trackingDomainId,
		link_tracking_param_field: linkParameterField,
		link_tracking_fallback_url: linkFallbackUrl,
	};
}

/** contract: LinkDestination, INVALID_LINK_PLACEHOLDER. @throws InputError */
export function checkPlaceholder(
	destination: string,
	parameter: string | undefined,
	fallback: string | undefined,
): void {
	const [, placeholder] = destination.match(/\{([^{}]*)\}/) ?? [];
	if (placeholder !== undefined && placeholder !== parameter) {
		throw wrong(
			destinationField,
			`holds {${placeholder}}, but the Parameter Field is ${parameter ?? 'empty'}`,
		);
	}
	const isWhole = /^https:\/\/\{[^{}]*\}$/.test(destination);
	if (isWhole && placeholder === 'phone') {
		throw wrong(destinationField, 'cannot be a phone number: use the field of an address');
	}
	if (isWhole && fallback === undefined) throw missing(fallbackField.property.displayName);
	if (!isWhole && fallback !== undefined) {
		throw wrong(fallbackField, 'goes only with a Destination URL of the form https://{field}');
	}
}

/** What is odd about a text and its link, and yet may be meant (contract NOTES §3: link tag). */
export function linkNote(body: JsonObject): string | undefined {
	if (typeof body.message_text !== 'string') return undefined;
	const hasTag = /\{(link|tracking_url)\}/.test(body.message_text);
	if (hasTag && body.link_tracking_enabled === undefined) {
		return 'A message has a link tag, but no link tracking: check the project before you send it';
	}
	return !hasTag && body.link_tracking_enabled === true
		? 'A message has link tracking, but no {link} in its text: check the project before you send it'
		: undefined;
}

function missing(label: string): InputError {
	return new InputError(label, 'missing_link_field', 'is empty, but link tracking needs it');
}

function wrong({ property }: Pick<Field, 'property'>, text: string): InputError {
	return new InputError(property.displayName, 'invalid_link', text);
}
