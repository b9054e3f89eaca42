// Written by "npm run contract" from contract/trackly-v2.openapi.yaml. Change that, not this.

export * from './audiences';
export * from './contacts';
export * from './creatives';
export * from './history';
export * from './links';
export * from './messages';
export * from './offers';
export * from './phoneValidation';
export * from './revenue';
export * from './schedules';
export * from './shared';
export * from './webhookEndpoints';
