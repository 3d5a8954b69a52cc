import { describe, expect, it } from 'vitest';
import { fingerprint, identified } from './fingerprint.ts';
import { parseLibc } from './libc.ts';
import { virtualisation } from './virtualisation.ts';
import type { Identity } from './fingerprint.ts';

const identity: Identity = {
  cpuModel: 'A processor',
  cores: 2,
  memoryBytes: 8 * 2 ** 30,
  platform: 'linux x64',
  kernelVersion: '6.1.0',
  virtualisation: undefined,
  libc: 'glibc 2.36',
  node: '26.10.0',
  v8: '14.6',
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
