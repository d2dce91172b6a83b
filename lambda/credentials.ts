import { fromEnv } from '@aws-sdk/credential-provider-env';

/**
 * Stands in bundles for the SDK's default chain of credentials (`lambda/local/bundle.ts`): Lambda gives them in the
 * environment, and so does the local run. The chain's other links (profiles, SSO, container and instance roles) would
 * be a third of each bundle.
 */
export const defaultProvider = () => fromEnv();
