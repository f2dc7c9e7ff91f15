#!/bin/sh
# Becomes a host of the fleet: own files (those of ROOT, written to a layer above), processes, name and network.
# usage: host_init.sh NAME FOLDER SHARED ROOT MANAGER; to be started by `unshare --mount --uts --ipc --pid --net --fork --kill-child`.
set -e
name=$1 folder=$2 shared=$3 root=$4 manager=$5
hostname "$name"
mount --make-rprivate /
mount -t overlay overlay -o "lowerdir=$root,upperdir=$folder/upper,workdir=$folder/work" "$folder/root"
cd "$folder/root"
mount -t proc proc proc
mount -t sysfs -o ro sysfs sys
if [ "$manager" = systemd ]; then
    # This process is in a group of its own, which it sees as the root of all.
    mount -t cgroup2 cgroup2 sys/fs/cgroup
    # A bare host: no service of this machine but those of systemd itself.
    rm -rf etc/systemd/system/*.wants etc/machine-id
    : > etc/machine-id
    echo "$name" > etc/hostname
    # What would reach for this machine's kernel, clock and consoles.
    for unit in getty.target serial-getty@.service console-getty.service systemd-udevd.service systemd-sysctl.service \
        systemd-modules-load.service systemd-binfmt.service systemd-random-seed.service systemd-timesyncd.service; do
        ln -sf /dev/null "etc/systemd/system/$unit"
    done
fi
mount --rbind /dev dev
# A host removes what its users leave in shared memory: others may have the same numbers.
mount -t tmpfs tmpfs dev/shm
mount -t tmpfs tmpfs run
mount -t tmpfs tmpfs tmp
mkdir -p ".$shared" mnt/old
mount --bind "$shared" ".$shared"
# pivot_root and not chroot: executors make user namespaces, which the kernel allows no process in a chroot.
pivot_root . mnt/old
umount -l /mnt/old
cd /
ip link set lo up
if [ "$manager" = systemd ]; then
    exec env -i container=howdah PATH=/usr/sbin:/usr/bin:/sbin:/bin /lib/systemd/systemd --unit=multi-user.target
fi
# The first process of a host has to reap what nobody else waits for.
exec /usr/bin/python3 -c '
import os, signal, sys
signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
while True:
    try:
        os.wait()
    except ChildProcessError:
        signal.sigtimedwait([signal.SIGCHLD], 1)
'
