// The demo, from a fresh checkout on: makes it ready first. All in one process, whose age is how long
// everything took.
await import('./setup.mjs');
await import('tsx');
await import('../demo/main.ts');
