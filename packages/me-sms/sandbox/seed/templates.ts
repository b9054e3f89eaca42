/** Templates by id, as they stand in the web app. */
export const TEMPLATES: ReadonlyArray<[id: number, text: string]> = [
	[41, 'Hi {{name}}, your table is ready at {{time}}.'],
	[42, 'สวัสดี {{name}} พัสดุของคุณออกจากร้านแล้ว'],
	[43, 'Tasting night on Friday at 7'],
];
