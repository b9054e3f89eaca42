import { z } from 'zod';

import { E164 } from '../../../kernel/phone';
import { MAX_TEXT_CHARACTERS } from './limits';

const phoneNumber = z.string().regex(E164, 'must be an E.164 number, e.g. +12025550117');

const text = z
	.string()
	.min(1)
	.superRefine((value, context) => {
		if (value.length <= MAX_TEXT_CHARACTERS) return;
		context.addIssue({
			code: z.ZodIssueCode.custom,
			message: `has ${value.length.toLocaleString('en')} characters; the longest text is ${MAX_TEXT_CHARACTERS.toLocaleString('en')}`,
		});
	});

const contactData = z
	.object({
		first_name: z.string().optional(),
		last_name: z.string().optional(),
		timezone: z.string().optional(),
		custom_fields: z.record(z.unknown()).optional(),
	})
	.strict();

/** Body of sendMessage and record of sendMessagesBulk (contract: SendMessageRequest, BulkMessage). */
export const messageSchema = z
	.object({
		to: phoneNumber,
		list_number: phoneNumber,
		body: text,
		wrap_links: z.boolean().optional(),
		contact_data: contactData.optional(),
		metadata: z.record(z.unknown()).optional(),
	})
	.strict();

/** Body of sendRawMessage and record of sendRawMessagesBulk (contract: SendRawMessageRequest). */
export const rawMessageSchema = z
	.object({
		to: phoneNumber,
		list_number: phoneNumber,
		body: text,
		metadata: z.record(z.unknown()).optional(),
		skip_duplicate_check: z.boolean().optional(),
		skip_rate_limit: z.boolean().optional(),
		skip_contact_validation: z.boolean().optional(),
		skip_journey_check: z.boolean().optional(),
	})
	.strict();

/** Custom field values (contract: CustomFields). */
const customFields = z.record(
	z.union([z.string(), z.number(), z.boolean()], {
		errorMap: () => ({ message: 'may hold only texts, numbers and booleans' }),
	}),
);

/** Body of upsertContact and record of upsertContactsBulk (contract: ContactUpsert). */
export const contactSchema = z
	.object({
		phone_number: phoneNumber,
		list_number: phoneNumber,
		signup_date: z.string().optional(),
		ip_address: z.string().optional(),
		url: z.string().optional(),
		use_journeys: z.boolean().optional(),
		use_validation: z.boolean().optional(),
		custom_fields: customFields.optional(),
	})
	.strict();

/** Body of updateContact (contract: ContactUpdate). */
export const contactUpdateSchema = z
	.object({
		phone_number: phoneNumber,
		list_number: phoneNumber,
		custom_fields: customFields,
		merge_fields: z.boolean().optional(),
	})
	.strict();

/** Body of unsubscribeContact (contract: ContactUnsubscribe). */
export const unsubscribeSchema = z
	.object({ phone_number: phoneNumber, list_number: phoneNumber })
	.strict();

/**
 * An id as one piece of text. Trackly's ids come in several forms (24 hexadecimal digits,
 * `offer_123`, whole numbers), so none is assumed; a blank in one is always a mistake, and so is one
 * of dots alone, which a URL would take for a folder.
 */
export const ID = /^(?=.*[A-Za-z0-9])\S+$/;

const id = z.string().regex(ID, 'is not an ID, which has no blanks in it');

/** Body of createLink (contract: LinkCreate), which takes one of two offer ids and one of two lists. */
export const linkSchema = z
	.object({
		offerId: id.optional(),
		externalOfferId: id.optional(),
		listId: z.number().int().optional(),
		phoneNumber: phoneNumber.optional(),
	})
	.strict();

/** Body of shortenLink (contract: LinkShorten), which takes a URL or an offer and one of two lists. */
export const shortLinkSchema = z
	.object({
		url: z
			.string()
			.regex(/^https?:\/\//i, 'must begin with http:// or https://')
			.optional(),
		offerId: id.optional(),
		listId: z.number().int().optional(),
		phoneNumber: phoneNumber.optional(),
		contactPhone: phoneNumber.optional(),
	})
	.strict();

/** Body of recordRevenue and record of recordRevenueBulk (contract: RevenueRecord). */
export const revenueSchema = z
	.object({
		message_id: id,
		revenue: z.number().min(0, 'must be 0 or more; refunds cannot be recorded'),
		attribution_type: z.enum(['sale', 'click', 'send'], {
			errorMap: () => ({ message: 'must be sale, click or send' }),
		}),
		offer_id: id.optional(),
		timestamp: z.string().optional(),
	})
	.strict();

/** Body of validatePhone; its number is what validatePhonesBatch lists (contract: PhoneValidateRequest). */
export const phoneSchema = z.object({ phone: phoneNumber, force: z.boolean().optional() }).strict();

const name = z.string().min(1).max(255, 'may have at most 255 characters');
const texts = z.record(z.string({ invalid_type_error: 'may hold only texts' }));

/** Body of createOffer (contract: OfferCreate). */
export const offerSchema = z
	.object({
		name,
		tracking_url: z.string().min(1),
		external_platform: z.enum(['tune', 'everflow']).nullable().optional(),
		external_id: z.string().nullable().optional(),
		advertiser_id: z.string().nullable().optional(),
		payout: z.number().optional(),
		payout_type: z.enum(['cpa', 'cpc']).optional(),
		filter_bots: z.boolean().optional(),
		status: z.enum(['active', 'paused']).optional(),
		metadata: texts.optional(),
	})
	.strict();

/** Body of updateOffer (contract: OfferUpdate). */
export const offerUpdateSchema = offerSchema
	.extend({ status: z.enum(['active', 'paused', 'archived']) })
	.partial();

/** Placeholder of a link in a creative's text (contract: CreativeMessage). */
export const LINK_PLACEHOLDER = /\{\{(link[0-9]+)\}\}/g;

const offerLink = z
	.object({
		key: z.string().regex(/^link[0-9]+$/, 'may name only placeholders such as link1'),
		offer_id: id,
		url: z.string().nullable().optional(),
		url_params: z
			.record(
				z.union([z.string(), z.number(), z.boolean()], {
					errorMap: () => ({ message: 'may hold only texts, numbers and booleans' }),
				}),
			)
			.optional(),
	})
	.strict();

/** Body of createCreative (contract: CreativeCreate). */
export const creativeSchema = z
	.object({
		name,
		message: text,
		offer_links: z.array(offerLink).min(1, 'needs at least one entry'),
		status: z.enum(['active', 'paused']).optional(),
		creative_type: z.enum(['automated', 'one_time', 'welcome']).optional(),
	})
	.strict();

/** Body of updateCreative (contract: CreativeUpdate). */
export const creativeUpdateSchema = creativeSchema
	.extend({
		offer_links: z.array(offerLink),
		status: z.enum(['active', 'paused', 'archived']),
	})
	.partial();
