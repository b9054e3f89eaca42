import { noticePage, questionPage } from '../../../kernel/n8n/approval/page';

describe('the page behind the link of Send and Wait', () => {
	const question = { text: 'Ship it?', approveLabel: 'Yes', declineLabel: 'No' };

	it('has a button for each answer, and posts it back to its own address', () => {
		const page = questionPage(question);
		expect(page).toMatch(/<form method="post">/);
		expect(page).toMatch(/<button name="approved" value="true">Yes<\/button>/);
		expect(page).toMatch(/<button class="other" name="approved" value="false">No<\/button>/);
	});

	it('has one button where there is nothing to decline', () => {
		expect(questionPage({ ...question, declineLabel: undefined })).not.toContain('value="false"');
	});

	it('shows what it is given as text, never as markup', () => {
		const hostile = `"'><script>alert(1)</script>&`;
		const page = questionPage({ text: hostile, approveLabel: hostile, declineLabel: hostile });
		expect(page).not.toContain('<script');
		expect(
			page.match(/&quot;&#39;&gt;&lt;script&gt;alert\(1\)&lt;\/script&gt;&amp;/g),
		).toHaveLength(3);
		expect(noticePage(hostile)).not.toContain('<script');
	});

	it('needs nothing from elsewhere', () => {
		expect(questionPage(question)).not.toMatch(/https?:|src=|@import/);
	});
});
