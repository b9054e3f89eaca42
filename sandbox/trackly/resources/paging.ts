const DEFAULT_PER_PAGE = 50; // contract: PerPage100, PerPage1000

/** One page of rows and where it stands (contract: Pagination). */
export function paginate<Row>(rows: readonly Row[], query: Record<string, string | undefined>) {
	const number = Number(query.page ?? 1);
	const perPage = Number(query.per_page ?? DEFAULT_PER_PAGE);
	return {
		page: rows.slice((number - 1) * perPage, number * perPage),
		pagination: {
			page: number,
			per_page: perPage,
			total: rows.length,
			total_pages: Math.ceil(rows.length / perPage),
		},
	};
}
