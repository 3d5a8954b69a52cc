import { fingerprintDifferences } from '@crossover/model';
import { describe, expect, it } from 'vitest';
import { fingerprint, identified, nodeOptions } from './fingerprint.ts';
import { parseLibc } from './libc.ts';
import { cpuFlags, governor } from './processor.ts';
import { virtualisation } from './virtualisation.ts';
import type { Identity } from './fingerprint.ts';

const identity: Identity = {
  cpuModel: 'A processor',
  cpuFlags: '0123456789',
  cores: 2,
  coresByAffinity: 4,
  coresByQuota: 2.5,
  memoryBytes: 8 * 2 ** 30,
  platform: 'linux x64',
  kernelVersion: '6.1.0',
  virtualisation: undefined,
  governor: 'schedutil',
  libc: 'glibc 2.36',
  node: '26.10.0',
  v8: '14.6',
  nodeOptions: ['--stack-size=2000'],
  assemblyscript: '0.28.20',
  rustc: undefined,
};

async function idOf(fields: Identity): Promise<string> {
  return (await identified(fields)).id;
}

describe('the id of a fingerprint', () => {
  it('is ten hexadecimal digits that every field has a part in', async () => {
    const ids = await Promise.all(Object.keys(identity).map((field) => idOf({ ...identity, [field]: 7 })));
    expect(new Set([...ids, await idOf(identity)]).size).toBe(Object.keys(identity).length + 1);
    expect(await idOf(identity)).toMatch(/^[0-9a-f]{10}$/);
  });

  it('does not depend on the order of the fields', async () => {
    const reversed = Object.fromEntries(Object.entries(identity).toReversed()) as unknown as Identity;
    expect(await idOf(reversed)).toBe(await idOf(identity));
  });

  it('does not depend on the little memory that the kernel keeps', async () => {
    expect(await idOf({ ...identity, memoryBytes: identity.memoryBytes - 70_000_000 })).toBe(
      await idOf(identity),
    );
  });

  it('comes with the fields that are known, and without the others', async () => {
    expect(await identified(identity)).not.toHaveProperty('rustc');
    expect(await identified(identity)).toMatchObject({ libc: 'glibc 2.36', memoryBytes: 8 * 2 ** 30 });
  });
});

it('the fingerprint of this machine is the same when asked twice', async () => {
  const first = await fingerprint();
  expect(await fingerprint()).toEqual(first);
  expect(first).toMatchObject({
    node: process.versions.node,
    platform: `${process.platform} ${process.arch}`,
  });
});

const firmware = (
  vendor: string,
  product: string,
  more: Readonly<Record<string, string>> = {},
): string | undefined => {
  const files: Readonly<Record<string, string>> = {
    '/sys/class/dmi/id/sys_vendor': `${vendor}\n`,
    '/sys/class/dmi/id/product_name': `${product}\n`,
    ...more,
  };
  return virtualisation((path) => files[path]);
};

describe('virtualisation', () => {
  const guest = { '/proc/cpuinfo': 'processor\t: 0\nflags\t\t: fpu vme hypervisor lahf_lm\n' };
  const metal = { '/proc/cpuinfo': 'processor\t: 0\nflags\t\t: fpu vme lahf_lm\n' };

  it.each([
    ['QEMU', 'Standard PC (i440FX + PIIX, 1996)', 'qemu'],
    ['VMware, Inc.', 'VMware Virtual Platform', 'vmware'],
    ['innotek GmbH', 'VirtualBox', 'virtualbox'],
    ['Microsoft Corporation', 'Virtual Machine', 'hyper-v'],
    ['Google', 'Google Compute Engine', 'google'],
    ['Amazon EC2', 'm5.large', 'amazon'],
  ])('has the name that %s, %s goes by', (vendor, product, name) => {
    expect(firmware(vendor, product, guest)).toBe(name);
  });

  it('is none on bare metal, in the cloud too', () => {
    expect(firmware('LENOVO', '20XW00', metal)).toBeUndefined();
    expect(firmware('Microsoft Corporation', 'Surface Pro', metal)).toBeUndefined();
    expect(firmware('Amazon EC2', 'm5.metal', metal)).toBeUndefined();
    expect(virtualisation(() => undefined)).toBeUndefined();
  });

  it('shows in the processor flags where the firmware is silent', () => {
    expect(virtualisation((path) => (path === '/proc/cpuinfo' ? guest['/proc/cpuinfo'] : undefined))).toBe(
      'unknown hypervisor',
    );
  });
});

describe('the C library', () => {
  it.each([
    [{ header: { glibcVersionRuntime: '2.36' }, sharedObjects: [] }, 'glibc 2.36'],
    [{ header: {}, sharedObjects: ['/lib/ld-musl-x86_64.so.1'] }, 'musl'],
    [{ header: {}, sharedObjects: ['C:\\Windows\\ntdll.dll'] }, undefined],
    [{}, undefined],
  ])('in the report %j is %s', (report, libc) => expect(parseLibc(report)).toBe(libc));
});

const flagsIn = (cpuinfo: string | undefined): readonly string[] | undefined => cpuFlags(() => cpuinfo);

describe('the features of the processor', () => {
  it('are each named once, in one order, whatever the order and the number of cores', () => {
    const core = 'processor\t: 0\nflags\t\t: sse2 avx fma\nbugs\t\t: spectre\n';
    expect(flagsIn(core)).toEqual(['avx', 'fma', 'sse2']);
    expect(flagsIn(`${core}\n${core.replace('sse2 avx', 'avx sse2')}`)).toEqual(['avx', 'fma', 'sse2']);
  });

  it('have another name on ARM, and are those of all cores where these differ', () => {
    expect(flagsIn('Features\t: fp asimd\n\nFeatures\t: fp asimd sve\n')).toEqual(['asimd', 'fp', 'sve']);
  });

  it.each([undefined, '', 'processor: 0\n', 'flags\t\t:\n'])(
    'are unknown where the system says %j',
    (cpuinfo) => {
      expect(flagsIn(cpuinfo)).toBeUndefined();
    },
  );
});

const governorOf = (governors: Readonly<Record<string, string>>): string | undefined =>
  governor(
    (path) => governors[path.split('/').at(-2) ?? ''],
    () => ['boost', ...Object.keys(governors)],
  );

describe('the frequency governor', () => {
  it('is one word where all cores agree, and several where not', () => {
    expect(governorOf({ policy0: 'schedutil\n', policy4: 'schedutil\n' })).toBe('schedutil');
    expect(governorOf({ policy0: 'schedutil\n', policy4: 'powersave\n' })).toBe('powersave, schedutil');
  });

  it('is absent where nothing governs', () => expect(governorOf({})).toBeUndefined());
});

it('the options of Node are the words of NODE_OPTIONS, in their order', () => {
  expect(nodeOptions('  --stack-size=2000   --jitless ')).toEqual(['--stack-size=2000', '--jitless']);
  expect(nodeOptions(undefined)).toEqual([]);
});

describe('the differences of two fingerprints', () => {
  it('name the fields that make their ids differ, and what stands in each', async () => {
    const one = await identified(identity);
    const other = await identified({ ...identity, node: '24.1.0', governor: undefined, rustc: '1.95.0' });
    expect(fingerprintDifferences(one, other)).toEqual([
      'governor: schedutil, not told',
      'node: 26.10.0, 24.1.0',
      'rustc: not told, 1.95.0',
    ]);
  });

  it('are none where only memory differs that the kernel keeps, and the ids where nothing else does', async () => {
    const one = await identified(identity);
    const other = await identified({ ...identity, memoryBytes: identity.memoryBytes - 70_000_000 });
    expect(fingerprintDifferences(one, other)).toEqual([]);
    expect(fingerprintDifferences(one, { ...one, id: 'older' })).toEqual([`id: ${one.id}, older`]);
  });
});
