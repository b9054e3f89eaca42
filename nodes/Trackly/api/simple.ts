/**
 * What a simplified row keeps, for each thing that has more than ten fields in the contract: at
 * most ten, those that workflows use next.
 */
export const simple = {
	/** contract: ListContact */
	contact: [
		'phone_number',
		'list_number',
		'active',
		'signup_date',
		'custom_fields',
		'send_count',
		'click_count',
		'revenue_total',
		'last_sent_at',
		'last_clicked_at',
	],
	/** contract: Creative */
	creative: [
		'id',
		'name',
		'message',
		'offer_links',
		'status',
		'creative_type',
		'character_count',
		'segment_count',
		'created_at',
	],
	/** contract: Offer */
	offer: [
		'id',
		'name',
		'tracking_url',
		'external_id',
		'payout',
		'payout_type',
		'status',
		'metadata',
		'created_at',
		'updated_at',
	],
	/** contract: Schedule */
	schedule: [
		'id',
		'name',
		'status',
		'send_type',
		'source_lists',
		'audiences',
		'is_repeating',
		'send_date',
		'send_time',
		'blasts',
	],
} as const;
