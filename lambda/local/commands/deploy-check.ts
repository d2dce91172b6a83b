import type { Command } from './command.ts';

/** `tagih deploy-check`: what a deployment needs, told before it fails. */
export const deployCheckCommand: Command = {
  name: 'deploy-check',
  summary: 'checks what a deployment to AWS needs, and says what to do',
  usage: '[--region REGION] [--profile NAME] [--mail-from ADDRESS]',
  details: `Asks AWS with your credentials and changes nothing. Exit status 0: a deployment should succeed; 1: it would not.`,
  options: {
    region: { type: 'string' },
    profile: { type: 'string' },
    'mail-from': { type: 'string' },
  },
  optionHelp: {
    region: 'where to deploy (default: AWS_REGION, or that of the profile)',
    profile: 'profile of ~/.aws (default: AWS_PROFILE)',
    'mail-from': 'sender of alerts, as you will give it in --context mailFrom',
  },
  async run(values) {
    if (typeof values.profile === 'string') process.env.AWS_PROFILE = values.profile;
    const { checkAccount } = await import('../deploy-check.ts');
    let prevents = false;
    for await (const { name, verdict, says } of checkAccount({
      region: values.region as string | undefined,
      mailFrom: values['mail-from'] as string | undefined,
    })) {
      process.stdout.write(`${verdict.padEnd(4)}  ${name}: ${says}\n`);
      prevents ||= verdict === 'no';
    }
    return prevents ? 1 : 0;
  },
};
