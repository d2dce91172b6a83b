/** Of what the records hold: raised when a member is taken out or changes its meaning. */
export const SCHEMA_VERSION = '1.0.0';

export const LICENCE = {
  name: 'CC-BY-4.0',
  path: 'https://creativecommons.org/licenses/by/4.0/',
  title: 'Creative Commons Attribution 4.0 International; quotes remain their publishers’',
};

/** Headers of everything that leaves as data. */
export const MEASURES: Record<string, string> = { 'x-schema-version': SCHEMA_VERSION };
