/** What a node may use of the kernel: its public face. Nothing deeper is imported from outside. */
export { failure, type Note } from './delivery/outcome';
export {
	type ApiRequest,
	type Call,
	type Endpoint,
	endpointsOf,
	type HttpMethod,
	type Idempotent,
	isJsonObject,
	type JsonObject,
	type JsonValue,
} from './http/endpoint';
export { listAt, valueAt } from './http/valueAt';
export { readCount } from './http/count';
export { evidenceIn } from './http/response';
export { type RateLimit } from './http/rateBudget';
export { rateIn, waitUntilReset } from './http/rateHeaders';
export { parseRetryAfter } from './http/retry';
export { type Paging, type Place } from './http/paging';
export { type PathSettings } from './http/pathSettings';
export { maskPhoneNumber, redact } from './http/redact';
export { RequestError, toError } from './http/requestError';
export { readApiKey, readBaseUrl } from './input/connection';
export { refuseUnclearHour } from './input/clockChange';
export { readCsv } from './input/csv';
export { ID, idReader, idsReader, NOT_AN_ID } from './input/id';
export { type NumberReader } from './input/file/readNumbers';
export { InputError } from './input/inputError';
export { readDateTime } from './input/dates';
export { readPathSetting } from './input/pathSetting';
export { plainText } from './input/plainText';
export { looksUnfinished, looksUnfinishedKey } from './input/unfinished';
export { readList, readTexts } from './input/lists';
export { readBoolean, readGuard, readObject, type Reader, readText } from './input/read';
export { offsetTime, readPlannedTime } from './input/plannedTime';
export { endOfQuietHours, readTimeOfDay } from './input/quietHours';
export { readTimeZone } from './input/timeZone';
export { placeholdersIn } from './input/placeholders';
export { choicesField, pageFields, responseTypeField } from './n8n/approval/questionFields';
export { questionOf } from './n8n/approval/readQuestion';
export { resume, resumeWebhooks, waitingNodeTooltip } from './n8n/approval/resume';
export { waitLimitFields, waitLimitOf } from './n8n/approval/waitLimit';
export { type GuardedWork } from './n8n/dispatch/guardedWork';
export { fetchRows, readEveryRow, type RowSource } from './n8n/dispatch/paginate';
export { assignmentsField, emptiableAssignmentsField } from './n8n/fields/assignments';
export { customRequest } from './n8n/fields/customRequest';
export { defaultCountryField } from './n8n/fields/defaultCountry';
export {
	booleanColumn,
	booleanField,
	collectionField,
	dateTimeColumn,
	dateTimeField,
	dayField,
	emptiable,
	type Field,
	type FieldOptions,
	integerField,
	locatorField,
	numberColumn,
	numberField,
	objectColumn,
	objectField,
	onlyOptionsField,
	optionsColumn,
	optionsField,
	slowLoadNotice,
	textColumn,
	textField,
	timeZoneColumn,
	timeZoneField,
	type ValuesOf,
} from './n8n/fields/field';
export {
	explainedMessageText,
	messageTextColumn,
	messageTextField,
} from './n8n/fields/messageText';
export { pickById, pickManyById, requiredById, type Thing } from './n8n/fields/pickById';
export { required } from './n8n/fields/required';
export { rowsField } from './n8n/fields/rows';
export { sortByLabel } from './n8n/fields/sortByLabel';
export { allPagesField, pathField, queryField, queryOf } from './n8n/fields/url';
export { andThen } from './n8n/kinds/andThen';
export { asFile } from './n8n/kinds/asFile';
export { bulk } from './n8n/kinds/bulk';
export { type Clues } from './n8n/kinds/clues';
export { type Confirmation } from './n8n/kinds/confirm';
export { editorMethods } from './n8n/kinds/editorMethods';
export { fromFile } from './n8n/kinds/fromFile';
export { type PlannedRequest } from './n8n/kinds/fromFileDefinition';
export { gather } from './n8n/kinds/gather';
export { getMany } from './n8n/kinds/getMany';
export { job } from './n8n/kinds/job';
export { type JobState } from './n8n/kinds/openJob';
export { local } from './n8n/kinds/local';
export { perItem } from './n8n/kinds/perItem';
export { type Picked, type Picker, type PickerOption } from './n8n/kinds/picker';
export { sendAndWait } from './n8n/kinds/sendAndWait';
export { variants } from './n8n/kinds/variants';
export { authenticate } from './n8n/run/authenticate';
export { waitFields, waitFieldsShown, waitFieldsWithin } from './n8n/kinds/waitFields';
export { createClient } from './n8n/run/client';
export { credentialTestRules } from './n8n/run/credentialTest';
export { keyTest } from './n8n/run/keyTest';
export {
	describeProperties,
	operationsWithoutCredential,
	type Resource,
	subtitleOf,
} from './n8n/run/describe';
export { toNodeError } from './n8n/run/nodeErrors';
export { type Client } from './n8n/run/operation';
export { requestSettings } from './n8n/run/rateTurns';
export { type NodeSettings, runNode } from './n8n/run/runNode';
export { optOutCheck } from './sms/optOuts';
export { type CountryCode, E164, parsePhoneNumber, readPhoneNumber } from './sms/phone';
export { charactersBeyondGsm, countParts } from './sms/parts';
export { measureText, suggestShorter } from './sms/segments';
export { parseThaiMobile, readThaiMobile, type ThaiMobile } from './sms/thaiMobile';
export { type Profile } from './profile';
