import type { CustomFields } from '../../account/contacts';

/** contract: ContactUpsert */
export interface UpsertBody {
	phone_number: string;
	list_number: string;
	signup_date?: string;
	custom_fields?: CustomFields;
	use_journeys?: boolean;
	skip_journey_if_exists?: boolean;
	use_validation?: boolean;
}

/** Whose subscription is meant (contract: ContactUnsubscribe, ContactUpdate). */
export interface ContactOnList {
	phone_number: string;
	list_number: string;
}
