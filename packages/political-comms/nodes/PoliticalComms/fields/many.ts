import { type Field, type FieldOptions, pickManyById } from '../../../../../kernel';
import type { pickers } from '../pickers';

type Load = keyof (typeof pickers)['loadOptions'];

/** What users pick several of, by the names of the fields that hold them. */
const THINGS = {
	phoneNumberIds: { many: 'Phone Number', code: 'phone_number', load: 'getPhoneNumberOptions' },
	contactListIds: { many: 'Contact List', code: 'contact_list', load: 'getContactListOptions' },
	suppressionListIds: {
		many: 'Suppression List',
		code: 'suppression_list',
		load: 'getContactListOptions',
	},
	mediaIds: { many: 'Media File', code: 'media', load: 'getMediaOptions' },
} as const satisfies Record<string, { many: string; code: string; load: Load }>;

/** What narrows the lists that they are picked from. */
const DEPENDS_ON = ['organizationId', 'brandId', 'campaignId', 'tollFreeVerificationId', 'channel'];

/** A field for several things by their ids; an empty list that was given stays one. */
export function many<Name extends keyof typeof THINGS>(
	name: Name,
	description: string,
	look: Partial<FieldOptions> = {},
): Field<Name, string[] | undefined> {
	return pickManyById(name, THINGS[name], {
		description,
		typeOptions: { loadOptionsDependsOn: DEPENDS_ON },
		...look,
	});
}
