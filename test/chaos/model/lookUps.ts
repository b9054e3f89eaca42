import { LIST } from './works';

type Reply = { status: number; text: string } | 'lost';

const json = (body: unknown): Reply => ({ status: 200, text: JSON.stringify(body) });
const row = (phone_number: string, active: unknown = false) => ({
	phone_number,
	list_number: LIST,
	active,
});
/** Rows of a page at most, as the contract has it. */
const PAGE = 1_000;
const fillers = (count: number) =>
	Array.from({ length: count }, (_, index) => row(`+1303${5_550_000 + index}`));
const counts = (total: unknown, total_pages: unknown) => ({ pagination: { total, total_pages } });

type Make = (phones: readonly string[], page: number) => Reply;

/** Full first page; those who opted out stand on the second one. */
const onSecondPage =
	(pagination: object): Make =>
	(phones, page) =>
		json({
			contacts: page === 1 ? fillers(PAGE) : page === 2 ? phones.map((phone) => row(phone)) : [],
			...pagination,
		});

/** How the account lists those who opted out. Only the first few are as the contract has them. */
const makers = {
	good: (phones) =>
		json({ contacts: phones.map((phone) => row(phone)), ...counts(phones.length, 1) }),
	goodPages: (phones, page) => onSecondPage(counts(PAGE + phones.length, 2))(phones, page),
	empty: () => json({}),
	saysNo: () => json({ success: false, error: 'Try later' }),
	null: () => json({ contacts: null }),
	wrapped: (phones) => json({ data: phones.map((phone) => row(phone)) }),
	countsAsText: (phones, page) =>
		onSecondPage(counts(String(PAGE + phones.length), '2'))(phones, page),
	noTotalPages: (phones, page) =>
		onSecondPage({ pagination: { total: PAGE + phones.length } })(phones, page),
	noPagination: onSecondPage({}),
	noPages: (phones, page) => onSecondPage(counts(PAGE + phones.length, 0))(phones, page),
	totalWithoutRows: (phones) => json({ contacts: [], ...counts(phones.length, 1) }),
	sameCursor: (phones) =>
		json({ contacts: phones.map((phone) => row(phone)), pagination: { next_cursor: 'again' } }),
	withoutPlus: (phones) =>
		json({
			contacts: phones.map((phone) => row(phone.slice(1))),
			...counts(phones.length, 1),
		}),
	inactiveAsNumber: (phones) =>
		json({ contacts: phones.map((phone) => row(phone, 0)), ...counts(phones.length, 1) }),
	activeIsAbsent: (phones) =>
		json({
			contacts: phones.map((phone_number) => ({ phone_number, list_number: LIST })),
			...counts(phones.length, 1),
		}),
	notANumber: () => json({ contacts: [row('hidden')], ...counts(1, 1) }),
	serverError: () => ({ status: 500, text: '{"error":"Oops"}' }),
	page: () => ({ status: 200, text: '<html>Sign in</html>' }),
	lost: () => 'lost',
} satisfies Record<string, Make>;

export type LookUpShape = keyof typeof makers;

export const lookUpShapes = Object.keys(makers) as LookUpShape[];

/** Shapes from which everybody can tell who opted out: nobody else is held back. */
export const readableShapes: ReadonlySet<LookUpShape> = new Set<LookUpShape>([
	'good',
	'goodPages',
	'countsAsText',
	'noTotalPages',
	'inactiveAsNumber',
]);

/** One page of those who opted out. */
export function optOutPage(shape: LookUpShape, phones: readonly string[], page: number): Reply {
	return (makers[shape] as Make)(phones, page);
}

/** How the account says which lists somebody is on: always one that they are on, and one that they left. */
const listMakers = {
	asInContract: (phone, on, off) => ({
		phone_number: phone,
		lists: [
			{ list_number: on, active: true },
			{ list_number: off, active: false },
		],
	}),
	asNumbers: (phone, on, off) => ({
		phone_number: phone,
		lists: [
			{ list_number: on, active: 1 },
			{ list_number: off, active: 0 },
		],
	}),
	asTexts: (phone, on, off) => ({
		phone_number: phone,
		lists: [
			{ list_number: on, active: 'true' },
			{ list_number: off, active: 'false' },
		],
	}),
	withoutActive: (phone, on) => ({ phone_number: phone, lists: [{ list_number: on }] }),
	wrapped: (phone, on) => ({
		contact: { phone_number: phone, lists: [{ list_number: on, active: true }] },
	}),
	noLists: (phone) => ({ phone_number: phone }),
	nullLists: (phone) => ({ phone_number: phone, lists: null }),
	nothing: () => ({}),
} satisfies Record<string, (phone: string, on: string, off: string) => object>;

export type ListShape = keyof typeof listMakers;

export const listShapes = Object.keys(listMakers) as ListShape[];

/** The contact as the account shows it. */
export function contactOf(shape: ListShape, phone: string, on: string, off: string): string {
	const make = listMakers[shape] as (phone: string, on: string, off: string) => object;
	return JSON.stringify(make(phone, on, off));
}
