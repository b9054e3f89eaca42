import { shapeOf } from './shape';

/**
 * What things are, simplified: `id` for their own id and `organizationId` for their organization's,
 * whatever the call, the generation of the API and the case it spells in say (contract: general rules).
 */
export const simple = {
	/** contract: Organization */
	organization: shapeOf({
		id: [],
		name: ['display_name'],
		parentName: ['parent_org_name'],
		status: [],
		createdAt: [],
	}),
	/** contract: HierarchyNode, without what is below it */
	hierarchyNode: shapeOf({
		id: [],
		name: ['name', 'display_name'],
		parentId: [],
		status: [],
		contactEmail: [],
		contactFirstName: [],
		contactLastName: [],
		createdAt: [],
		updatedAt: [],
	}),
	/** contract: Brand, HierarchyBrand */
	brand: shapeOf({
		id: [],
		name: ['brand_name'],
		organizationId: ['org_id'],
		organizationName: ['org_name'],
		status: [],
		identityStatus: [],
		tcrBrandId: [],
		notes: [],
		createdAt: [],
	}),
	/** contract: Campaign, HierarchyCampaign */
	campaign: shapeOf({
		id: [],
		name: [],
		brandId: [],
		brandName: [],
		organizationId: ['org_id'],
		organizationName: ['org_name'],
		status: ['campaign_status'],
		notes: [],
		createdAt: [],
	}),
	/** contract: CampaignThroughput */
	campaignThroughput: shapeOf({
		id: ['campaign_id'],
		brandId: [],
		carrierMetered: [],
		tMobile: [],
		att: [],
	}),
	/** contract: TrackingDomain */
	trackingDomain: shapeOf({
		id: [],
		domain: [],
		source: [],
		status: [],
		organizationId: ['org_id'],
		verifiedAt: [],
		createdAt: [],
		notes: [],
	}),
	/** contract: SendingNumber */
	phoneNumber: shapeOf({
		id: [],
		number: [],
		channel: [],
		status: [],
		ownerType: [],
		organizationId: ['org_id'],
		campaignId: [],
		tollFreeVerificationId: [],
		shared: [],
		nickname: [],
	}),
	/** contract: TollFreeVerification, TollFreeVerificationDetail */
	tollFreeVerification: shapeOf({
		id: [],
		name: [],
		status: [],
		organizationId: ['org_id'],
		businessName: [],
		phoneNumberCount: [],
		phoneNumberIds: [],
		rejectionReason: [],
		submittedAt: [],
		verifiedAt: [],
	}),
	/** contract: ContactListRow, ContactList, ContactListImportResult */
	contactList: shapeOf({
		id: ['list_id', 'id'],
		name: ['name', 'list_name'],
		organizationId: ['organization_id', 'org_id'],
		brandId: [],
		importStatus: ['import.status', 'import_progress.status', 'status'],
		totalContacts: ['import.total_contacts', 'import_progress.total_contacts', 'contact_count'],
		cleanContacts: ['import.clean_contacts', 'import_progress.clean_contacts'],
		analysisStatus: ['analysis.status', 'analysis_status'],
		breakdown: ['analysis.breakdown'],
		createdAt: [],
	}),
	/** contract: MediaRow, Media, MediaImportResult */
	media: shapeOf({
		id: ['media_id', 'id'],
		name: [],
		status: [],
		organizationId: ['organization_id', 'org_id'],
		brandId: [],
		contentType: [],
		fileSizeBytes: ['file_size_bytes', 'size_bytes'],
		url: [],
		createdAt: [],
	}),
	/** contract: ProjectRow, Project, ProjectCreated */
	project: shapeOf({
		id: ['project_id', 'id'],
		name: [],
		status: [],
		pauseReason: [],
		organizationId: ['organization_id', 'org_id'],
		channel: [],
		messageText: [],
		contactListIds: [],
		totalRecipients: [],
		estimatedCostCents: [],
		scheduledAt: [],
		createdAt: [],
	}),
	/** contract: ProjectTestResult */
	projectTest: shapeOf({
		id: ['project_id'],
		status: [],
		testMessages: [],
		testsSent: [],
		sentTo: [],
		queuedAt: [],
	}),
	/** contract: ProjectScheduled, ProjectUnscheduled */
	projectScheduled: shapeOf({
		id: ['project_id'],
		status: [],
		scheduledAt: [],
		scheduledTimezone: [],
		dailyCapBypass: [],
		unscheduledAt: [],
	}),
	/** contract: ProjectStats */
	projectStats: shapeOf({
		id: ['project_id'],
		status: [],
		asOf: [],
		sent: ['metrics.sent'],
		delivered: ['metrics.delivered'],
		undeliverable: ['metrics.undeliverable'],
		clicks: ['metrics.clicks_total'],
		uniqueClicks: ['metrics.clicks_unique'],
		replies: ['metrics.replies'],
		optOuts: ['metrics.opt_outs'],
		test: [],
	}),
	/** contract: ProjectStatsRow */
	projectStatsRow: shapeOf({
		id: [],
		name: [],
		status: [],
		organizationId: [],
		totalRecipients: [],
		sent: ['messages_sent'],
		delivered: ['messages_delivered'],
		undeliverable: ['messages_failed'],
		replies: ['replies_received'],
		optOuts: ['messages_opted_out'],
		clicks: ['total_url_clicks'],
		uniqueClicks: ['unique_url_clicks'],
		actualCost: [],
	}),
	/** contract: ProjectThroughput */
	projectThroughput: shapeOf({
		id: ['project_id'],
		carrierMetered: [],
		recipients: [],
		carrierCoverage: [],
		tMobile: [],
		att: [],
	}),
	/** contract: Conversation */
	conversation: shapeOf({
		id: ['conversation_id'],
		projectId: [],
		contactNumber: ['contact.phone_number'],
		status: [],
		optedOut: [],
		isTest: [],
		inboundMessages: [],
		outboundMessages: [],
		lastInboundAt: [],
		lastOutboundAt: [],
	}),
	/** contract: ConversationMessage */
	conversationMessage: shapeOf({
		id: ['message_id'],
		direction: [],
		text: [],
		mediaUrls: [],
		status: [],
		sentAt: [],
		deliveredAt: [],
		receivedAt: [],
		errorCode: [],
	}),
	/** contract: ConversationReplyResult */
	reply: shapeOf({
		id: ['message_id'],
		conversationId: [],
		projectId: [],
		text: [],
		createdAt: [],
	}),
};
