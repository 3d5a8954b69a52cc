import type { ReadText } from './system-files.ts';

/** What firmware says of itself on the common hypervisors; from systemd-detect-virt(1) and the vendors' documents. */
const PRODUCTS: readonly (readonly [RegExp, string])[] = [
  [/\bKVM\b/i, 'kvm'],
  [/\bQEMU\b/i, 'qemu'],
  [/VMware/i, 'vmware'],
  [/VirtualBox|innotek/i, 'virtualbox'],
  [/Hyper-V|Microsoft Corporation Virtual Machine/i, 'hyper-v'],
  [/\bXen\b/i, 'xen'],
  [/Parallels/i, 'parallels'],
  [/Apple Virtualization/i, 'apple'],
  [/Google Compute Engine/i, 'google'],
  [/Amazon EC2(?!.*\.metal)/i, 'amazon'],
  [/Firecracker/i, 'firecracker'],
];

/** The hypervisor that this machine runs on, by name where it gives one; undefined on bare metal, and where nothing tells. */
export function virtualisation(read: ReadText): string | undefined {
  const xen = read('/sys/hypervisor/type')?.trim();
  if (xen) return xen;
  const firmware = ['sys_vendor', 'product_name'].map(
    (file) => read(`/sys/class/dmi/id/${file}`)?.trim() ?? '',
  );
  const product = PRODUCTS.find(([pattern]) => pattern.test(firmware.join(' ')))?.[1];
  if (product !== undefined) return product;
  if (/microsoft/i.test(read('/proc/sys/kernel/osrelease') ?? '')) return 'wsl';
  const flagged = /^flags\s*:.*\bhypervisor\b/m.test(read('/proc/cpuinfo') ?? '');
  return flagged || read('/proc/device-tree/hypervisor/compatible') !== undefined
    ? 'unknown hypervisor'
    : undefined;
}
