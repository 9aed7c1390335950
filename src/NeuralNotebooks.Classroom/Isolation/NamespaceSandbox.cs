namespace NeuralNotebooks.Classroom;

/// <summary>The sandbox for machines without bubblewrap: namespaces created by <c>unshare</c>, and a script that sets
/// up their mounts.</summary>
internal sealed class NamespaceSandbox : LinuxSandbox
{
    /// <summary>A shell script that sets up the mounts and runs a command. Its arguments are the folder to mount on,
    /// the size of the scratch folder, pairs of a path outside and its path inside the sandbox (for a link, "link:" and
    /// its target, and the path; for an empty folder, "empty" and the path, and once it has its files, "sealed" and the
    /// path), "--", and the command.</summary>
    private const string Script = """
        set -eu
        root=$1 size=$2; shift 2
        PATH=/usr/sbin:/usr/bin:/sbin:/bin
        mount -t tmpfs -o mode=755,size=4m judged "$root"
        mkdir "$root/tmp"
        mount -t tmpfs -o "mode=1777,size=$size,nosuid,nodev" judged "$root/tmp"
        while [ "$1" != -- ]; do
            from=$1 to=$root$2; shift 2
            mkdir -p "${to%/*}"
            case $from in
                link:*) ln -s "${from#link:}" "$to"; continue ;;
                empty) mount -t tmpfs -o mode=755,size=1m judged "$to"; continue ;;
                sealed) mount -o remount,ro "$to"; continue ;;
            esac
            # In a folder that is already mounted, and so read-only, the file exists.
            if [ -d "$from" ]; then mkdir -p "$to"; elif [ ! -e "$to" ]; then : > "$to"; fi
            mount --bind "$from" "$to"
            # In a user namespace, remounting must repeat the restrictions that the mount already has.
            mount -o remount,bind,ro "$to" 2>/dev/null ||
                mount -o remount,bind,ro,nosuid,nodev "$to" 2>/dev/null ||
                mount -o remount,bind,ro,nosuid,nodev,noexec "$to"
        done
        shift
        cd "$root"
        mkdir -p proc dev old notebook
        for device in null zero random urandom; do : > dev/$device; mount --bind /dev/$device dev/$device; done
        pivot_root . old
        PATH=/old/usr/sbin:/old/usr/bin:/old/sbin:/old/bin
        mount -t proc proc /proc
        mount -o remount,bind,ro /
        umount -l /old
        cd /notebook
        # This shell remains the namespace's first process, and is killed when unshare ends. The command itself would
        # lose that setting when it changes its user.
        "$@"
        exit $?
        """;

    protected override string[] DropPrivileges =>
        ["--bounding-set=-all", "--securebits=+noroot,+noroot_locked,+no_setuid_fixup,+no_setuid_fixup_locked"];

    protected override IEnumerable<string> Enter(IReadOnlyList<Mount> mounts, string scratch) =>
        [
            Needed("setpriv"), "--pdeathsig", "SIGKILL", "--",
            Needed("unshare"),
            .. MayChangeNamespaces ? Array.Empty<string>() : ["--user", "--map-root-user"],
            "--mount", "--pid", "--net", "--ipc", "--uts", "--fork", "--kill-child=SIGKILL", "--propagation", "private",
            "--",
            Needed("sh"), "-c", Script, "sh", scratch, Number(SandboxLimits.Disk),
            .. mounts.SelectMany(mount => (string[])[From(mount), mount.To]),
            .. mounts.Where(mount => mount.Kind == MountKind.Empty)
                .SelectMany(mount => (string[])["sealed", mount.To]),
            "--",
        ];

    private static string From(Mount mount) => mount.Kind switch
    {
        MountKind.Link => "link:" + mount.From,
        MountKind.Empty => "empty",
        _ => mount.From,
    };
}
