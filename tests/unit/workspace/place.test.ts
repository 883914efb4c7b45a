import { describe, expect, it } from 'vitest';
import { isUncPath, syncServiceOf } from '../../../src-main/workspace/place.ts';
import { networkNameOf, parseMounts } from '../../../src-main/workspace/place-mounts.ts';

const mountinfo = `22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
23 22 0:21 / /proc rw,nosuid shared:2 - proc proc rw
30 22 0:50 / /mnt/office rw,relatime shared:3 - nfs4 server:/export rw,vers=4.2
31 22 0:51 / /mnt/my\\040share rw,relatime - cifs //server/share rw
32 30 8:2 / /mnt/office/local rw,relatime - ext4 /dev/sdb1 rw
33 22 0:52 / /home/a/remote rw,nosuid,nodev master:5 - fuse.sshfs a@server:/ rw,user_id=1000
34 22 0:53 / /mnt/c rw,noatime - 9p C:\\134 rw,aname=drvfs
35 22 0:54 / /srv/twice rw - ext4 /dev/sdc1 rw
36 35 0:55 / /srv/twice rw - ceph mon:/ rw
37 22 0:56 / /run/user/1000/gvfs rw - fuse.gvfsd-fuse gvfsd-fuse rw
`;
const mounts = parseMounts(mountinfo);

describe('network drives on Linux', () => {
  it.each([
    ['/home/a/desk', null],
    ['/mnt/office/desk', 'NFS'],
    ['/mnt/office', 'NFS'],
    ['/mnt/office2/desk', null],
    ['/mnt/office/local/desk', null],
    ['/mnt/my share/desk', 'Windows share'],
    ['/home/a/remote/desk', 'SSHFS'],
    ['/mnt/c/Users/A/desk', 'shared folder of a virtual machine'],
    ['/srv/twice/desk', 'Ceph'],
    ['/run/user/1000/gvfs/smb-share:server=x', 'network place of the desktop'],
    ['/', null],
  ])('are told apart: %s is %s', (path, name) => {
    expect(networkNameOf(mounts, path)).toBe(name);
  });

  it('pass when the whole machine lives on one', () => {
    const root = parseMounts('22 1 0:1 / / rw - 9p root rw\n30 22 0:50 / /mnt/x rw - nfs4 server:/ rw\n');
    expect(networkNameOf(root, '/home/a/desk')).toBe(null);
    expect(networkNameOf(root, '/mnt/x/desk')).toBe('NFS');
  });

  it('are unknown where the system lists none', () => {
    expect(networkNameOf(parseMounts(''), '/home/a/desk')).toBe(null);
  });
});

describe('network paths on Windows', () => {
  it.each([
    ['\\\\server\\share\\desk', true],
    ['\\\\?\\UNC\\server\\share', true],
    ['//server/share', true],
    ['C:\\Users\\A\\desk', false],
    ['\\\\?\\C:\\Users\\A\\desk', false],
    ['\\\\.\\C:\\desk', false],
    ['/home/a/desk', false],
  ])('are told apart: %s is one: %s', (path, isNetwork) => {
    expect(isUncPath(path)).toBe(isNetwork);
  });
});

describe('sync folders', () => {
  const nothing = () => [];

  it.each([
    ['/home/a/Dropbox/desk', 'Dropbox'],
    ['/home/a/Dropbox (Example Ltd)/desk', 'Dropbox'],
    ['/home/a/OneDrive/desk', 'OneDrive'],
    ['/home/a/OneDrive - Example Ltd/work/desk', 'OneDrive'],
    ['/home/a/Google Drive/desk', 'Google Drive'],
    ['/Users/a/Library/CloudStorage/GoogleDrive-a@example.invalid/desk', 'Google Drive'],
    ['/Users/a/Library/Mobile Documents/com~apple~CloudDocs/desk', 'iCloud Drive'],
    ['/home/a/Nextcloud/desk', 'Nextcloud'],
    ['/home/a/nextcloud2/desk', 'Nextcloud'],
    ['/home/a/ownCloud', 'ownCloud'],
    ['/home/a/dropbox-notes/desk', null],
    ['/home/a/my onedrive export/desk', null],
    ['/home/a/desk', null],
  ])('are known by name: %s is %s', (path, service) => {
    expect(syncServiceOf(path, nothing)).toBe(service);
  });

  it.each([
    ['.dropbox.cache', 'Dropbox'],
    ['.849C9593-D756-4E56-8D6E-42412F2A707B', 'OneDrive'],
    ['.tmp.driveupload', 'Google Drive'],
    ['.sync_1a2b3c4d5e6f.db', 'Nextcloud'],
    ['.owncloudsync.log', 'ownCloud'],
    ['.stfolder', 'Syncthing'],
    ['.dropbox', null],
  ])('are known by what the program leaves above: %s means %s', (marker, service) => {
    expect(syncServiceOf('/home/a/files/work/desk', (folder) => (folder === '/home/a/files' ? ['x', marker] : []))).toBe(service);
  });
});
