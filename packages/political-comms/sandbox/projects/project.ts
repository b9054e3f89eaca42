/** contract: ProjectStatus, those of the life that the sandbox plays */
export type ProjectStatus =
	| 'draft'
	| 'awaiting_test'
	| 'scheduled'
	| 'compiling'
	| 'sending'
	| 'paused'
	| 'completed';

/** What a request can set. */
export interface ProjectContent {
	name: string;
	protocol: 'sms' | 'mms';
	messageText: string;
	numberIds: string[];
	listIds: string[];
	suppressionIds: string[];
	mediaIds: string[];
	linkEnabled: boolean;
	linkDestination: string | null;
	linkDomainId: string | null;
	linkParamField: string | null;
	linkFallback: string | null;
	footer: boolean;
}

/** One broadcast. */
export interface Project extends ProjectContent {
	id: string;
	orgId: string;
	/** Whose key made it. */
	initiatorId: string;
	channel: '10dlc' | 'toll-free';
	brandId: string | null;
	campaignId: string | null;
	verificationId: string | null;
	status: ProjectStatus;
	scheduledAt: string | null;
	scheduledZone: string | null;
	dailyCapBypass: boolean;
	pauseReason: string | null;
	autoPaused: boolean;
	isTested: boolean;
	/** Contacts that were texted, or tried. */
	sentTo: Set<string>;
	/** Contacts to text, once the audience was compiled. */
	audience?: string[];
	createdAt: string;
	updatedAt: string;
	completedAt: string | null;
}
