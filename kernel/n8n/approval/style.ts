/** How the page looks: for any phone, light and dark, in the browser's own size of text. */
export const STYLE = `
*, ::before { box-sizing: border-box; }
body { margin: 0; overflow-wrap: anywhere; padding: 1rem; font: 106.25%/1.5 system-ui, sans-serif; color: #1f2430; background: #f4f6fa; }
main { max-width: 26rem; margin: 8vh auto; padding: 1.5rem; background: #fff; border-radius: 12px; }
h1 { margin: 0 0 .75rem; font-size: .9rem; font-weight: 600; color: #5a6172; }
p { margin: 0 0 1.25rem; white-space: pre-wrap; }
label { display: block; margin-bottom: .4rem; font-weight: 600; }
input, textarea { width: 100%; padding: .75rem; font: inherit; color: inherit; background: transparent; border: 1px solid #767d8f; border-radius: 8px; }
textarea { resize: vertical; }
button { width: 100%; min-height: 3rem; padding: .8rem; margin-top: .75rem; font: inherit; font-weight: 600; overflow-wrap: anywhere; border: 0; border-radius: 8px; color: #fff; background: #1565d8; }
button.other { color: #1f2430; background: #e6eaf2; }
button:focus-visible, input:focus-visible, textarea:focus-visible { outline: 3px solid #b45f06; outline-offset: 2px; }
.problem { font-weight: 600; color: #b3261e; }
@media (prefers-color-scheme: dark) {
	body { color: #eef1f7; background: #14171f; }
	main { background: #1f2430; }
	h1 { color: #b4bccd; }
	input, textarea { border-color: #98a1b5; }
	button.other { color: #eef1f7; background: #39415a; }
	button:focus-visible, input:focus-visible, textarea:focus-visible { outline-color: #f5a524; }
	.problem { color: #ffb4ab; }
}`;
