import { noticePage, questionPage } from '../../../../../kernel/n8n/approval/page';
import {
	questionOf,
	wordsOf,
	type QuestionValues,
} from '../../../../../kernel/n8n/approval/readQuestion';

const page = (values: QuestionValues, refused?: string) =>
	questionPage(questionOf({ message: 'Ship it?', ...values }), refused);

const CHOICES = ['Today', 'Tomorrow', 'Not at all'];

describe('the page behind the link of Send and Wait', () => {
	it('has a button for each answer, and posts it back to its own address', () => {
		const options = { approveLabel: 'Yes', declineLabel: 'No' };
		const shown = page({ options });
		expect(shown).toContain('<form method="post" aria-labelledby="question">');
		expect(shown).toContain('<button name="approved" value="true">Yes</button>');
		expect(shown).toContain('<button class="other" name="approved" value="false">No</button>');
		expect(page({ options: { ...options, approvalType: 'single' } })).not.toContain('"false"');
	});

	it('has a button for each choice', () => {
		const shown = page({ responseType: 'choices', choices: CHOICES });
		expect(
			[...shown.matchAll(/name="choice" value="(\d)">([^<]*)</g)].map(([, ...one]) => one),
		).toEqual(CHOICES.map((label, index) => [String(index), label]));
	});

	it('has a labelled text box of one line or several, no longer than allowed', () => {
		const label = '<label for="text">Your answer</label>';
		expect(page({ responseType: 'freeText' })).toContain(
			`${label}<textarea id="text" name="text" required maxlength="500" dir="auto" rows="4">`,
		);
		const oneLine = { textBox: 'single', maxCharacters: 20, textLabel: 'Name', sendLabel: 'Go' };
		const shown = page({ responseType: 'freeText', options: oneLine });
		expect(shown).toContain('<label for="text">Name</label><input type="text" id="text"');
		expect(shown).toContain('maxlength="20"');
		expect(shown).toContain('<button>Go</button>');
	});

	it('says what is wrong with a refused text, and keeps it', () => {
		const shown = page({ responseType: 'freeText', options: { retryText: '¡Otra vez!' } }, 'a<b');
		expect(shown).toContain('<p id="problem" class="problem" role="alert">¡Otra vez!</p>');
		expect(shown).toContain('aria-invalid="true" aria-describedby="problem"');
		expect(shown).toContain('>\na&lt;b</textarea>');
	});

	it('names the sender, and speaks the language of its user', () => {
		const options = { senderName: 'Casa Té', pageTitle: 'Tu respuesta', pageLanguage: 'es' };
		const shown = page({ options });
		expect(shown).toContain('<html lang="es">');
		expect(shown).toContain('<title>Tu respuesta – Casa Té</title>');
		expect(shown).toContain('<h1>Casa Té</h1>');
		expect(page({})).toContain('<h1>Your answer</h1>');
	});

	it.each<[string, QuestionValues]>([
		['approval', {}],
		['choices', { responseType: 'choices' }],
		['a text', { responseType: 'freeText' }],
		['a text of one line', { responseType: 'freeText', options: { textBox: 'single' } }],
	])('shows what it is given for %s as text, never as markup', (_, values) => {
		const hostile = `"'><script>alert(1)</script>&`;
		const words = ['approveLabel', 'declineLabel', 'textLabel', 'sendLabel', 'senderName'];
		const options = Object.fromEntries(
			[...words, 'pageTitle', 'thanksText', 'retryText'].map((name) => [name, hostile]),
		);
		const choices = [hostile, `${hostile}2`];
		const given = {
			...values,
			message: hostile,
			choices,
			options: { ...options, ...values.options },
		};
		const shown = page(given, hostile) + noticePage(hostile, wordsOf(given.options));
		expect(shown).not.toContain('<script');
		expect(shown).not.toContain(`"'>`);
		expect(
			shown.split('&quot;&#39;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;').length,
		).toBeGreaterThan(6);
	});

	it('needs nothing from elsewhere, and no script', () => {
		expect(page({ responseType: 'freeText' })).not.toMatch(
			/https?:|src=|@import|url\(|<script| on\w+=/,
		);
	});
});
