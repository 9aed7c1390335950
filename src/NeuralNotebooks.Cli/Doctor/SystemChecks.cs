using System.Globalization;
using NeuralNotebooks.Classroom;
using NeuralNotebooks.Jupyter;
using NeuralNotebooks.Runner;

namespace NeuralNotebooks.Cli;

/// <summary>Checks the programs and settings of the machine.</summary>
internal static class SystemChecks
{
    private const int NeededSdk = 10;
    private const string Restriction = "/proc/sys/kernel/apparmor_restrict_unprivileged_userns";

    public static IEnumerable<Finding> Needed() => [Sdk()];

    public static IEnumerable<Finding> Optional() =>
        [
            .. Threads(Environment.GetEnvironmentVariable("NN_NUM_THREADS"), Environment.ProcessorCount),
            Jupyter(),
            Kernel(KernelInstaller.Installed),
            Browser(),
            Sandbox(IsolationCheck.FindAsync(CancellationToken.None).GetAwaiter().GetResult()),
        ];

    private static Finding Sdk()
    {
        string root = DotnetInstallation.Folder;
        string folder = Path.Combine(root, "sdk");
        Version[] versions = Directory.Exists(folder)
            ?
            [
                .. Directory
                    .EnumerateDirectories(folder)
                    .Select(path => Path.GetFileName(path).Split('-')[0])
                    .Select(name => Version.TryParse(name, out Version? v) ? v : null)
                    .OfType<Version>(),
            ]
            : [];
        return versions.DefaultIfEmpty().Max() is { } newest && newest.Major >= NeededSdk
            ? new(".NET SDK", State.Good, $"{newest} in {root}")
            : new(
                ".NET SDK",
                State.Bad,
                $"no SDK {NeededSdk} in {root}",
                $"install the .NET {NeededSdk} SDK from https://dotnet.microsoft.com/download"
            );
    }

    private static Finding Jupyter() =>
        InstalledProgram.Find("jupyter") is { } path
            ? new(
                "Jupyter",
                State.Good,
                InstalledProgram.Ask(path, ["--version"]) is { ExitCode: 0, Output: var answer }
                    ? JupyterVersion(answer) ?? path
                    : path
            )
            : new(
                "Jupyter",
                State.Optional,
                "not found",
                "only to open notebooks in Jupyter: python -m pip install notebook"
            );

    /// <summary>The programs that open notebooks, from the list of packages that <c>jupyter --version</c> prints; a
    /// single line unchanged.</summary>
    internal static string? JupyterVersion(string output)
    {
        string[] lines = [.. output.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0)];
        string[] packages =
        [
            .. lines
                .Select(line => line.Split(':', 2, StringSplitOptions.TrimEntries))
                .Where(parts => parts is ["jupyterlab" or "notebook" or "jupyter_core", not ("" or "not installed")])
                .Select(parts => $"{parts[0]} {parts[1]}"),
        ];
        return packages.Length > 0
            ? string.Join(", ", packages)
            : lines.FirstOrDefault(line => !line.EndsWith("...", StringComparison.Ordinal));
    }

    /// <summary>Checks the environment variable for the library's number of threads; no finding if it is not
    /// set.</summary>
    internal static IEnumerable<Finding> Threads(string? variable, int cores)
    {
        const string name = "NN_NUM_THREADS";
        if (string.IsNullOrEmpty(variable))
            return [];
        string advice = Invariant($"set it to a number from 1 to {cores}, or not at all");
        return !int.TryParse(variable, NumberStyles.None, CultureInfo.InvariantCulture, out int threads) || threads < 1
                ? [new(name, State.Optional, $"{variable} is not a number of threads", advice)]
            : threads > cores
                ?
                [
                    new(
                        name,
                        State.Optional,
                        Invariant(
                            $"{threads} on {cores} processor cores: more threads than cores are slower"
                        ),
                        advice
                    ),
                ]
            : [new(name, State.Good, variable)];
    }

    /// <summary>The kernel that Jupyter starts for the course's notebooks.</summary>
    internal static Finding Kernel(IReadOnlyList<KernelSpec> installed)
    {
        const string name = "C# kernel", advice = "only to open notebooks in Jupyter: nn kernel install";
        if (installed.FirstOrDefault(spec => spec.IsOurs && !spec.IsComplete) is { } damaged)
            return new(
                name,
                State.Optional,
                $"{damaged.Folder} starts a program that does not exist any more",
                "install it again: nn kernel install"
            );
        return installed.FirstOrDefault(spec => spec.Name == KernelInstaller.SharedName) is { } shared
                ? new(
                    name,
                    State.Good,
                    $"{shared.DisplayName}{(shared.IsOurs ? "" : ", another program's")}, in {shared.Folder}"
                )
            : installed.FirstOrDefault(spec => spec.IsOurs) is { } ours
                ? new(name, State.Good, $"{ours.DisplayName} in {ours.Folder}; notebooks will ask for it")
            : new(name, State.Optional, "Jupyter knows none", advice);
    }

    private static Finding Browser() =>
        InstalledProgram.Find(
            "chromium",
            "chromium-browser",
            "google-chrome",
            "chrome",
            "msedge",
            "firefox",
            "safari",
            "xdg-open",
            "open"
        )
            is { } path
            ? new("browser", State.Good, path)
        : OperatingSystem.IsWindows() ? new("browser", State.Good, "the system's own")
        : new(
            "browser",
            State.Optional,
            "not found",
            "any browser on any machine shows the site: copy artifacts/site there"
        );

    /// <summary>Reports which sandbox isolates submissions from the rest of the machine. The sandbox is tested by
    /// trying to escape from it.</summary>
    internal static Finding Sandbox(IsolationReport report)
    {
        const string Advice = "nn grade refuses to run submissions (except with --no-isolation)";
        if (report.Kind == IsolationKind.None)
            return new(
                "sandbox",
                State.Optional,
                report.Findings[0].Detail,
                IsRestricted(Restriction) && InstalledProgram.Find("bwrap") is { } bwrap
                    ? $"{Advice}. {Profile(bwrap)}"
                    : Advice
            );
        string[] open = [.. report.Findings.Where(finding => !finding.IsEnforced).Select(finding => finding.Name)];
        string tried = string.Create(
            CultureInfo.InvariantCulture,
            $"{report.Kind.ToString().ToLowerInvariant()}: {report.Findings.Count - open.Length} of "
                + $"{report.Findings.Count} attempts to get out failed"
        );
        return open.Length == 0
            ? new("sandbox", State.Good, tried)
            : new(
                "sandbox",
                report.IsIsolated ? State.Good : State.Optional,
                $"{tried}; within reach: {string.Join(", ", open)}",
                report.IsIsolated ? null : Advice
            );
    }

    /// <summary>Whether AppArmor allows user namespaces only for programs with a profile, as in Ubuntu 24.04.</summary>
    internal static bool IsRestricted(string setting) =>
        File.Exists(setting) && File.ReadAllText(setting).Trim() == "1";

    /// <summary>Instructions for adding a profile for bubblewrap only.</summary>
    internal static string Profile(string bwrap) =>
        $$"""
        AppArmor allows user namespaces only to programs with a profile. Give one to bubblewrap alone:
        sudo tee /etc/apparmor.d/bwrap <<'END'
        abi <abi/4.0>,
        include <tunables/global>
        profile bwrap {{bwrap}} flags=(unconfined) {
          userns,
        }
        END
        sudo apparmor_parser -r /etc/apparmor.d/bwrap
        """;
}
