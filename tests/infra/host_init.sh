#!/bin/sh
# Becomes a host of the fleet: own files (those of ROOT, written to a layer above), processes, name and network.
# usage: host_init.sh NAME FOLDER SHARED ROOT; to be started by `unshare --mount --uts --pid --net --fork --kill-child`.
set -e
name=$1 folder=$2 shared=$3 root=$4
hostname "$name"
mount --make-rprivate /
mount -t overlay overlay -o "lowerdir=$root,upperdir=$folder/upper,workdir=$folder/work" "$folder/root"
cd "$folder/root"
mount -t proc proc proc
mount -t sysfs sysfs sys
mount --rbind /dev dev
mount -t tmpfs tmpfs run
mount -t tmpfs tmpfs tmp
mkdir -p ".$shared" mnt/old
mount --bind "$shared" ".$shared"
# pivot_root and not chroot: executors make user namespaces, which the kernel allows no process in a chroot.
pivot_root . mnt/old
umount -l /mnt/old
cd /
ip link set lo up
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
