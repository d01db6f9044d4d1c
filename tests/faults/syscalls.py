"""Every call a child makes about files, seen and answered by its parent: no root, no other tool.

Linux hands each call to a listener (seccomp's user notification) before it is carried out. The listener lets
it through, answers it with an error in the system's place, or ends the child there.
"""

import ctypes
import fcntl
import os
import platform
import select
import signal
import socket
import struct
import sys
from pathlib import Path

MARK = "getppid"
"""A call nothing else makes here: the child says by it that it begins, or has been told "saved"."""

_TABLES = {
    "x86_64": (
        0xC000003E,
        317,
        "read 0 write 1 open 2 close 3 stat 4 fstat 5 lstat 6 lseek 8 pread64 17 pwrite64 18 readv 19 "
        "writev 20 access 21 sendfile 40 fcntl 72 flock 73 fsync 74 fdatasync 75 truncate 76 ftruncate 77 "
        "getdents 78 getcwd 79 rename 82 mkdir 83 rmdir 84 creat 85 link 86 unlink 87 symlink 88 readlink 89 "
        "chmod 90 fchmod 91 getppid 110 statfs 137 fstatfs 138 getdents64 217 openat 257 mkdirat 258 "
        "newfstatat 262 unlinkat 263 renameat 264 linkat 265 symlinkat 266 readlinkat 267 fchmodat 268 "
        "faccessat 269 utimensat 280 fallocate 285 renameat2 316 copy_file_range 326 statx 332 openat2 437 "
        "faccessat2 439 fchmodat2 452",
    ),
    "aarch64": (
        0xC00000B7,
        277,
        "getcwd 17 fcntl 25 flock 32 mkdirat 34 unlinkat 35 symlinkat 36 linkat 37 renameat 38 statfs 43 "
        "fstatfs 44 truncate 45 ftruncate 46 fallocate 47 faccessat 48 fchmod 52 fchmodat 53 openat 56 "
        "close 57 getdents64 61 lseek 62 read 63 write 64 readv 65 writev 66 pread64 67 pwrite64 68 "
        "sendfile 71 readlinkat 78 newfstatat 79 fstat 80 fsync 82 fdatasync 83 utimensat 88 getppid 173 "
        "renameat2 276 copy_file_range 285 statx 291 openat2 437 faccessat2 439 fchmodat2 452",
    ),
}
_RECEIVE, _ANSWER = 0xC0502100, 0xC0182101
_NO_NEW_PRIVILEGES, _SET_FILTER, _WITH_LISTENER = 38, 1, 8
_ALLOW, _NOTIFY, _LOAD, _JUMP_IF, _RETURN = 0x7FFF0000, 0x7FC00000, 0x20, 0x15, 0x06
_GO_ON = 1


def numbers():
    """The calls of this machine that are listened to, name by number."""
    words = _TABLES[platform.machine()][2].split()
    return {int(number): name for name, number in zip(words[::2], words[1::2], strict=True)}


def why_not():
    """Why it cannot be done here; "" if it can."""
    if sys.platform != "linux" or platform.machine() not in _TABLES:
        return "listening to system calls needs Linux on x86_64 or aarch64"
    child = os.fork()
    if child == 0:
        try:
            _listener()
        except OSError:
            os._exit(1)
        os._exit(0)
    return "this kernel hands out no system calls" if os.waitpid(child, 0)[1] else ""


def _listener():
    """From here on each call of this process waits for an answer at the descriptor that comes back."""
    _, seccomp, _ = _TABLES[platform.machine()]
    known = sorted(numbers())
    steps = [(_LOAD, 0, 0, 0)]
    steps += [(_JUMP_IF, len(known) - at, 0, number) for at, number in enumerate(known)]
    steps += [(_RETURN, 0, 0, _ALLOW), (_RETURN, 0, 0, _NOTIFY)]
    code = ctypes.create_string_buffer(b"".join(struct.pack("HBBI", *step) for step in steps))
    program = ctypes.create_string_buffer(struct.pack("HxxxxxxQ", len(steps), ctypes.addressof(code)))
    system = ctypes.CDLL(None, use_errno=True)
    system.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0)
    handle = system.syscall(seccomp, _SET_FILTER, _WITH_LISTENER, program)
    if handle < 0:
        raise OSError(ctypes.get_errno(), "no listener")
    return handle


class Call:
    """One call of the child, not yet carried out."""

    def __init__(self, pid, name, arguments):
        self.pid = pid
        self.name = name
        self.arguments = arguments

    def text(self, argument):
        """The path an argument points at."""
        content = self.content(argument, 4096)
        return os.fsdecode(content[: content.index(b"\0")])

    def content(self, argument, length):
        """The bytes an argument points at; fewer where the child's memory ends."""
        with Path(f"/proc/{self.pid}/mem").open("rb", buffering=0) as memory:
            start, read = self.arguments[argument], b""
            while len(read) < length:
                # To the end of a page at a time: the next one may not be there.
                step = min(length - len(read), 4096 - (start + len(read)) % 4096)
                try:
                    piece = os.pread(memory.fileno(), step, start + len(read))
                except OSError:
                    break
                read += piece
        return read


def listened(child, answer):
    """Run `child()` in a new process; ask `answer(call)` at each of its calls.

    Args:
        answer: given a `Call`; returns 0 to let it through, an errno, or None to end the child there.

    Returns:
        Its exit code, negative for the signal that ended it.
    """
    here, there = socket.socketpair()
    pid = os.fork()
    if pid == 0:
        try:
            handle = _listener()
            socket.send_fds(there, [b"."], [handle])
            child()
        finally:
            os._exit(70)
    there.close()
    with here:
        handle = socket.recv_fds(here, 1, 1)[1][0]
    try:
        _serve(handle, answer)
    finally:
        os.close(handle)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


def _serve(handle, answer):
    known = numbers()
    poll = select.poll()
    poll.register(handle, select.POLLIN)
    while True:
        (_, event), *_ = poll.poll()
        if not event & select.POLLIN:
            return
        asked = bytearray(80)
        try:
            fcntl.ioctl(handle, _RECEIVE, asked)
            id, pid, _, number, _, _, *arguments = struct.unpack("QIIiIQ6Q", asked)
            error = answer(Call(pid, known[number], arguments))
            if error is None:
                os.kill(pid, signal.SIGKILL)
            else:
                go_on = 0 if error else _GO_ON
                fcntl.ioctl(handle, _ANSWER, struct.pack("QqiI", id, 0, -error, go_on))
        except FileNotFoundError:  # the child is gone
            continue
