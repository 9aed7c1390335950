namespace NeuralNotebooks.Classroom;

internal sealed class BubblewrapSandbox : LinuxSandbox
{
    private const int Nobody = 65534;

    protected override IEnumerable<string> Enter(IReadOnlyList<Mount> mounts, string scratch)
    {
        List<string> arguments = [Needed("bwrap")];
        if (!MayChangeNamespaces)
            arguments.AddRange(["--unshare-user", "--uid", Number(Nobody), "--gid", Number(Nobody)]);
        arguments.AddRange([
            "--unshare-ipc", "--unshare-pid", "--unshare-net", "--unshare-uts", "--unshare-cgroup-try",
            "--die-with-parent", "--new-session", "--hostname", "judged",
        ]);
        // The tmpfs precedes the other mounts, since some of them may be inside /tmp.
        arguments.AddRange(["--perms", "1777", "--size", Number(SandboxLimits.Disk), "--tmpfs", "/tmp"]);
        var made = new HashSet<string>() { "/", "/tmp" };
        foreach (Mount mount in mounts)
        {
            Make(Path.GetDirectoryName(mount.To)!);
            arguments.AddRange(mount.Kind switch
            {
                MountKind.Empty => ["--tmpfs", mount.To],
                MountKind.Link => ["--symlink", mount.From, mount.To],
                _ => (string[])["--ro-bind", mount.From, mount.To],
            });
        }
        Make(Notebook);
        arguments.AddRange(["--proc", "/proc", "--dev", "/dev"]);
        IEnumerable<string> written = mounts.Where(mount => mount.Kind == MountKind.Empty).Select(mount => mount.To);
        arguments.AddRange(written.Concat(["/dev", "/"]).SelectMany(folder => (string[])["--remount-ro", folder]));
        arguments.AddRange(["--chdir", Notebook, "--"]);
        return arguments;

        // Creates the parent folders of a mount, which bubblewrap would make accessible to its own user only.
        void Make(string path)
        {
            if (!made.Add(path))
                return;
            Make(Path.GetDirectoryName(path)!);
            arguments.AddRange(["--dir", path]);
        }
    }
}
