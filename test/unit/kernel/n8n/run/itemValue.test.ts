import { EVALUATE, itemValue } from '../../../../../kernel/n8n/run/itemValue';

const json = {
	phone: '+12025550117',
	'Full Name': 'Ann',
	points: 7,
	vip: false,
	empty: '',
	customer: { name: { first: 'Ann' } },
	nothing: null,
	none: undefined,
	broken: NaN,
	constructor: 'own',
};

describe('what a parameter is for an item without being evaluated', () => {
	it.each<[unknown, unknown]>([
		['={{ $json.phone }}', '+12025550117'],
		['={{$json.phone}}', '+12025550117'],
		['={{ $json["Full Name"] }}', 'Ann'],
		["={{ $json['Full Name'] }}", 'Ann'],
		['={{ $json.customer.name["first"] }}', 'Ann'],
		['={{ $json.points }}', 7],
		['={{ $json.vip }}', false],
		['={{ $json.empty }}', ''],
		['=Hi {{ $json.customer.name.first }}: {{ $json.points }}', 'Hi Ann: 7'],
		['={{ $json.points }} ', '7 '],
		['={{ $json.points }}{{ $json.vip }}', '7false'],
		['no expression {{ $json.phone }}', 'no expression {{ $json.phone }}'],
		[
			{ mode: 'id', value: '={{ $json.points }}' },
			{ mode: 'id', value: 7 },
		],
		[{ rows: [{ value: '=a {{ $json.phone }}' }] }, { rows: [{ value: 'a +12025550117' }] }],
		[null, null],
		[3, 3],
	])('%j', (stored, value) => {
		expect(itemValue(stored, json)).toStrictEqual(value);
	});

	it.each([
		'={{ $json.missing }}',
		'={{ $json.nothing }}',
		'={{ $json.none }}',
		'={{ $json.broken }}',
		'={{ $json.customer }}',
		'={{ $json.phone.length }}',
		'={{ $json.toString }}',
		'={{ $json.constructor }}',
		'={{ $json["constructor"] }}',
		'={{ $json.phone.trim() }}',
		'={{ $json.phone + 1 }}',
		'={{ $json["a\\"b"] }}',
		'={{ $json }}',
		'={{ $now }}',
		'=plain',
		'=a. constructor {{ $json.phone }}',
		'=a \\ {{ $json.phone }}',
		'={{ "{{ $json.phone }}" }}',
		'={{ $json.phone }} {{ $now }}',
		'={ {{ $json.phone }}',
	])('is left to n8n: %s', (stored) => {
		expect(itemValue(stored, json)).toBe(EVALUATE);
		expect(itemValue({ rows: ['x', stored] }, json)).toBe(EVALUATE);
	});
});
