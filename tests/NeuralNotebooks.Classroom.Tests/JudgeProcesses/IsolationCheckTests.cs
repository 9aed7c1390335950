using NeuralNotebooks.Runner;

namespace NeuralNotebooks.Classroom.Tests;

public sealed class IsolationCheckTests
{
    private const string Compiler = "Microsoft.CodeAnalysis.CSharp.dll Microsoft.CodeAnalysis.dll";

    [Theory]
    [Cases(IsolationKind.Bubblewrap, IsolationKind.Namespaces)]
    public async Task No_escape_attempt_succeeds_in_a_sandbox(IsolationKind kind)
    {
        Sandboxes.SkipUnless(kind);

        IsolationReport report = await IsolationCheck.TryAsync(kind, TestContext.Current.CancellationToken);

        Assert.True(report.IsIsolated);
        Assert.All(report.Findings, finding => Assert.True(finding.IsEnforced, $"{finding.Name}: {finding.Detail}"));
    }

    [Fact]
    public async Task The_strongest_sandbox_that_works_is_used()
    {
        Sandboxes.SkipUnless(IsolationKind.Bubblewrap);

        IsolationReport found = await IsolationCheck.FindAsync(TestContext.Current.CancellationToken);

        Assert.Equal(IsolationKind.Bubblewrap, found.Kind);
    }

    [Theory]
    [Cases(IsolationKind.Bubblewrap, IsolationKind.Namespaces)]
    public void Of_the_folder_of_NET_only_the_host_and_the_frameworks_are_visible(IsolationKind kind) =>
        Assert.Equal(
            ["dotnet", "host", "shared"],
            VisibleIn(DotnetInstallation.Folder + Path.DirectorySeparatorChar, kind, EvaluatorProgram.Verb));

    [Theory]
    [Cases(
        IsolationKind.Bubblewrap, EvaluatorProgram.Verb, "", IsolationKind.Bubblewrap, CompilerProgram.Verb, Compiler,
        IsolationKind.Namespaces, EvaluatorProgram.Verb, "", IsolationKind.Namespaces, CompilerProgram.Verb, Compiler)]
    public void Of_the_files_of_nn_only_the_judge_and_what_it_needs_are_visible(
        IsolationKind kind, string verb, string compiler) =>
        Assert.Equal(
            [
                .. compiler.Split(' ', StringSplitOptions.RemoveEmptyEntries),
                "NeuralNotebooks.Engine.dll", "NeuralNotebooks.Judge.dll",
                "NeuralNotebooks.Judge.runtimeconfig.json", "NeuralNotebooks.Messages.dll",
            ],
            VisibleIn(AppContext.BaseDirectory, kind, verb).Order(StringComparer.Ordinal));

    private static IEnumerable<string> VisibleIn(string folder, IsolationKind kind, string verb)
    {
        Sandboxes.SkipUnless(kind);
        JudgeStart start = Sandbox.Of(kind).Prepare(verb, JudgeFolder.Empty, new SandboxLimits(256), core: 0);
        start.Release();
        return start.Start.ArgumentList.Where(argument => argument.StartsWith(folder, StringComparison.Ordinal))
            .Select(path => Path.GetRelativePath(folder, path)).Distinct();
    }

    [Theory]
    [Cases(IsolationKind.Bubblewrap, IsolationKind.Namespaces)]
    public async Task In_a_folder_of_the_system_the_other_files_of_nn_are_hidden(IsolationKind kind)
    {
        Sandboxes.SkipUnless(kind);
        string[] system = ["/usr/lib", "/usr/lib64", "/lib", "/lib64", Path.GetDirectoryName(Repository.At("."))!];
        Sandbox sandbox = kind == IsolationKind.Bubblewrap
            ? new BubblewrapSandbox { SystemFolders = system } : new NamespaceSandbox { SystemFolders = system };
        await using var process = JudgeProcess<EvaluatorMessage>.Start(
            new EvaluatorSpec(sandbox, JudgeFolder.Empty, new SandboxLimits(256)), core: 0);
        string beside = typeof(IsolationCheck).Assembly.Location, above = Repository.At("README.md");

        foreach (string file in (string[])[beside, above])
        {
            EscapeTried tried = await process.AskAsync<EscapeTried>(
                new TryToEscape(file, 1, null, SandboxLimits.Disk, SandboxLimits.Threads),
                TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);

            Assert.All(tried.Findings, finding => Assert.True(finding.IsEnforced, $"{finding.Name}: {finding.Detail}"));
        }
    }

    [Theory]
    [Cases(0, 0b1100L, 2, 3, 0b1100L, 3, 5, 0L, null)]
    public void A_process_runs_on_one_of_the_processors_that_the_grader_may_use(int index, long mask, int? core) =>
        Assert.Equal(core, LinuxSandbox.Core(index, mask));

    [Fact]
    public async Task Without_a_sandbox_every_attempt_succeeds_and_is_reported()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The attempts are those of a Linux process.");

        IsolationReport report = await IsolationCheck.TryAsync(
            IsolationKind.None, TestContext.Current.CancellationToken);

        Assert.False(report.IsIsolated);
        Assert.StartsWith("the grader's files, writing outside its scratch folder, the network", report.Reached);
        Dictionary<string, bool> maySucceed = new()
        {
            ["the grader's debugger socket"] =
                Directory.GetFiles(Path.GetTempPath(), $"dotnet-diagnostic-{Environment.ProcessId}-*").Length > 0,
            ["root privileges"] = Environment.IsPrivilegedProcess,
            ["more than one processor"] = Environment.ProcessorCount > 1,
            ["more memory than its limit"] = false, // The runtime itself limits its heap.
        };
        Assert.All(report.Findings, finding =>
            Assert.Equal(maySucceed.GetValueOrDefault(finding.Name, true), !finding.IsEnforced));
    }
}
