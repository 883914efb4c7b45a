/** A file system as Linux lists it in /proc/self/mountinfo (proc(5)): where it is mounted and of which type it is. */
export interface Mount {
  point: string;
  type: string;
}

/** File systems whose locks or flushes another machine or a host answers for. */
const networkTypes = new Map([
  ['nfs', 'NFS'],
  ['nfs4', 'NFS'],
  ['cifs', 'Windows share'],
  ['smb3', 'Windows share'],
  ['smbfs', 'Windows share'],
  ['fuse.smbnetfs', 'Windows share'],
  ['fuse.gvfsd-fuse', 'network place of the desktop'],
  ['fuse.kio-fuse', 'network place of the desktop'],
  ['fuse.sshfs', 'SSHFS'],
  ['fuse.rclone', 'rclone'],
  ['fuse.s3fs', 'S3'],
  ['fuse.davfs', 'WebDAV'],
  ['davfs', 'WebDAV'],
  ['fuse.glusterfs', 'GlusterFS'],
  ['ceph', 'Ceph'],
  ['fuse.ceph', 'Ceph'],
  ['afs', 'AFS'],
  ['ncpfs', 'NetWare'],
  ['lustre', 'Lustre'],
  ['gfs2', 'cluster'],
  ['ocfs2', 'cluster'],
  ['9p', 'shared folder of a virtual machine'],
  ['virtiofs', 'shared folder of a virtual machine'],
  ['vboxsf', 'shared folder of a virtual machine'],
  ['fuse.vmhgfs-fuse', 'shared folder of a virtual machine'],
  ['drvfs', 'shared folder of a virtual machine'],
]);

/** Every line of mountinfo; paths in it write space, tab, newline and backslash as octal. */
export function parseMounts(mountinfo: string): Mount[] {
  return mountinfo.split('\n').flatMap((line) => {
    const [head, tail] = line.split(' - ');
    const point = head?.split(' ')[4];
    const type = tail?.split(' ')[0];
    return point && type ? [{ point: unescapeOctal(point), type }] : [];
  });
}

/**
 * The plain name of the network file system that holds an absolute path, or null for a local disk. A machine whose very
 * root is such a file system has no other disk to offer, so the root mount passes.
 */
export function networkNameOf(mounts: Mount[], path: string): string | null {
  let holder: Mount = { point: '/', type: '' };
  for (const mount of mounts) {
    // Later lines lie over earlier ones at the same point.
    if (isInside(path, mount.point) && mount.point.length >= holder.point.length) holder = mount;
  }
  return holder.point === '/' ? null : (networkTypes.get(holder.type) ?? null);
}

function isInside(path: string, point: string): boolean {
  return point === '/' || path === point || path.startsWith(`${point}/`);
}

function unescapeOctal(text: string): string {
  return text.replaceAll(/\\([0-7]{3})/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 8)));
}
