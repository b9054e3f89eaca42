// Written by "npm run contract" from packages/political-comms/contract/political-comms-v1.openapi.yaml. Change that, not this.

export * from './contactLists';
export * from './conversations';
export * from './media';
export * from './projects';
