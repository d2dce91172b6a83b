import { describe, expect, test } from 'vitest';
import { matcher } from '../../lambda/read/select.ts';
import { SITES, siteById, siteOfHost } from '../../lambda/read/sites.ts';

describe('the table of outlets', () => {
  test('has the publishers that matter, and the authorities as official and unverified', () => {
    const ids = SITES.filter((site) => site.kind === 'news').map((site) => site.id);
    expect(ids).toEqual(
      expect.arrayContaining(
        'medcom metrotvnews detik kompas tempo antara cnnindonesia cnbcindonesia liputan6 tribunnews republika okezone sindonews kumparan suara viva jpnn mediaindonesia bisnis kontan'.split(
          ' ',
        ),
      ),
    );
    const official = SITES.filter((site) => site.kind === 'official');
    expect(official.map((site) => site.id)).toEqual(expect.arrayContaining(['komdigi', 'ojk', 'kppu', 'bpom']));
    expect(official.every((site) => !site.verified)).toBe(true);
  });
  test('names every outlet and every host once', () => {
    const ids = SITES.map((site) => site.id);
    const hosts = SITES.flatMap((site) => site.hosts);
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(hosts).size).toBe(hosts.length);
  });
  test.each(SITES.map((site) => [site.id, site] as const))(
    '%s: selectors that can be compiled, keys with a group',
    (_, site) => {
      const selectors = [
        site.body,
        site.title,
        site.date,
        site.author,
        site.drop,
        site.wholePage && [site.wholePage.when],
      ];
      for (const selector of selectors.flatMap((list) => list ?? [])) expect(() => matcher(selector)).not.toThrow();
      if (site.key) expect(new RegExp(`${site.key.source}|`).exec('')?.length).toBeGreaterThan(1);
      for (const host of site.hosts) expect(siteOfHost(`sub.${host}`)?.id).toBe(site.id);
      expect(siteById(site.id)).toBe(site);
    },
  );
  test('a host of its own beats the domain it is under', () => {
    expect(siteOfHost('jakartaglobe.beritasatu.com')?.id).toBe('jakartaglobe');
    expect(siteOfHost('nasional.beritasatu.com')?.id).toBe('beritasatu');
    expect(siteOfHost('bukandetik.com')).toBeNull();
  });
});
