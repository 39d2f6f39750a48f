"""The kernels of a server as the system knows them, forked or plain, whoever is their parent."""

import psutil


def kernel_processes(server):
    """The process ids of the kernels of the server with this process id."""
    return [process.pid for process in _family(server) if _is_kernel(process)]


def zygote_process(server):
    """The process id of its zygote; None when it has none."""
    found = (process.pid for process in _family(server) if _is_zygote(process))
    return next(found, None)


def _family(server):
    try:
        return psutil.Process(server).children(recursive=True)
    except psutil.NoSuchProcess:
        return []


def _is_kernel(process):
    """A fork has the command line of its zygote, but threads, which a zygote must not have."""
    try:
        command = process.cmdline()
        return "ipykernel_launcher" in command or (
            "workshop.app.zygote" in command and process.num_threads() > 1
        )
    except psutil.NoSuchProcess:
        return False


def _is_zygote(process):
    try:
        return "workshop.app.zygote" in process.cmdline() and process.num_threads() == 1
    except psutil.NoSuchProcess:
        return False
