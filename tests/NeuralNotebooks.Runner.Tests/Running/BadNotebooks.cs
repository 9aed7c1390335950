namespace NeuralNotebooks.Runner.Tests;

/// <summary>Runs every kind of bad notebook once, together with a good one, and keeps the results.</summary>
public sealed class BadNotebooks : IAsyncLifetime
{
    public const string Good = "good";
    public const string EarlierOutput = "the output of an earlier run";

    /// <summary>How the socket or pipe of the worker looks among the open files of its process, to a cell that searches
    /// for it.</summary>
    private const string WriteToEverySocket = """
        foreach (string link in System.IO.Directory.GetFiles("/proc/self/fd"))
        {
            string? target = System.IO.File.ResolveLinkTarget(link, false)?.Name;
            if (target is null || !target.StartsWith("socket:")) continue;
            var handle = new Microsoft.Win32.SafeHandles.SafeFileHandle(
                (IntPtr)int.Parse(System.IO.Path.GetFileName(link)), ownsHandle: false);
            using var stream = new System.IO.FileStream(handle, System.IO.FileAccess.Write, bufferSize: 0);
            try { stream.Write("{\"type\":\"ended\",\"number\":2,\"outcome\":0}"u8); }
            catch (System.IO.IOException) { } // The one for commands refuses it.
        }
        """;

    private const string CloseEverySocket = """
        foreach (string link in System.IO.Directory.GetFiles("/proc/self/fd"))
        {
            string? target = System.IO.File.ResolveLinkTarget(link, false)?.Name;
            if (target is null || !target.StartsWith("socket:")) continue;
            new Microsoft.Win32.SafeHandles.SafeFileHandle(
                (IntPtr)int.Parse(System.IO.Path.GetFileName(link)), ownsHandle: true).Dispose();
        }
        """;

    private static readonly Dictionary<string, string[]> _cells = new()
    {
        [Good] = ["int answer = 6 * 7;", "Console.WriteLine(\"the answer is\");", "answer"],
        ["exception"] =
        [
            "int a = 1;",
            "Console.WriteLine(\"before\");\nthrow new System.IO.InvalidDataException(\"no good\");",
            "a",
        ],
        ["exit"] = ["int a = 1;", "Console.WriteLine(\"before\");\nEnvironment.Exit(0);", "a"],
        ["fail-fast"] = ["int a = 1;", "Environment.FailFast(\"no way on\");", "a"],
        ["stack-overflow"] = ["int a = 1;", "int Deeper(int n) => 1 + Deeper(n + 1);\nDeeper(0)", "a"],
        ["exception-after-the-cell"] =
        [
            "int a = 1;",
            "var told = new TaskCompletionSource(); var left = new System.Threading.Thread(() => { "
                + "told.Task.Wait(); throw new Exception(\"lost\"); }); left.Start();",
            "told.SetResult(); left.Join();",
            "a",
        ],
        ["killed"] =
        [
            "int a = 1;",
            "System.Diagnostics.Process.GetCurrentProcess().Kill(); System.Threading.Thread.Sleep(30_000);",
            "a",
        ],
        ["endless-loop"] = ["int a = 1;", "Console.WriteLine(\"before\");\nwhile (true) { }", "a"],
        ["endless-allocation"] =
        [
            "int a = 1;",
            "var all = new List<byte[]>();\nwhile (true) all.Add(new byte[1 << 20]);",
            "a",
        ],
        ["endless-native-allocation"] =
        [
            "int a = 1;",
            "while (true) { IntPtr p = System.Runtime.InteropServices.Marshal.AllocHGlobal(1 << 24); for "
                + "(int i = 0; i < 1 << 24; i += 4096) System.Runtime.InteropServices.Marshal.WriteByte(p, i, 1); }",
            "a",
        ],
        ["ten-megabytes"] =
        [
            "string line = new string('x', 99);",
            "for (int i = 0; i < 100_000; i++) Console.WriteLine(line);",
            "line.Length",
        ],
        ["endless-output"] = ["int a = 1;", "while (true) Console.WriteLine(a++);", "a"],
        ["writes-to-channel"] = ["int a = 1;", WriteToEverySocket, "a"],
        ["closes-channel"] = ["int a = 1;", CloseEverySocket, "a"],
        ["closes-stdout"] =
        [
            "Console.Out.Close(); new System.IO.FileStream(new "
                + "Microsoft.Win32.SafeHandles.SafeFileHandle((IntPtr)1, true), System.IO.FileAccess.Write).Dispose();",
            "Console.WriteLine(\"still here\");",
            "1 + 1",
        ],
        ["child-process"] =
        [
            "System.Diagnostics.Process.Start(\"/bin/sh\", [\"-c\", \"echo from a child; echo and an error "
                + ">&2\"]).WaitForExit();",
            "Console.WriteLine(\"second\");",
        ],
        ["leaves-child"] =
        [
            "var child = System.Diagnostics.Process.Start(\"sleep\", \"300\"); "
                + "System.IO.File.WriteAllText(\"child.txt\", child.Id.ToString());",
            "Environment.Exit(0);",
        ],
    };

    private static readonly string[] _endless = ["endless-loop", "endless-output"];

    /// <summary>Others end as these do.</summary>
    private static readonly string[] _nightly =
    [
        "fail-fast",
        "endless-native-allocation",
        "closes-channel",
        "endless-output",
    ];

    private readonly TemporaryFolder _folder = new();
    private readonly Dictionary<string, NotebookRun> _runs = [];

    private static readonly RunOptions _options = new() { MemoryMegabytes = 400 };

    /// <summary>How long the endless cells were given.</summary>
    public TimeSpan Limit { get; private set; } = TimeSpan.FromSeconds(2);

    public ExecutedNotebooks Executed { get; private set; } = null!;

    public string Folder => _folder.Path;

    /// <summary>The result of a notebook; skips the test if the system cannot do what the notebook does.</summary>
    public NotebookRun Run(string name)
    {
        if (_nightly.Contains(name))
            Nightly.Only();
        Assert.SkipUnless(CanRun(name), "Needs something that this operating system does not have.");
        return _runs[name];
    }

    public async ValueTask InitializeAsync()
    {
        string[] paths =
        [
            .. _cells.Where(pair => CanRun(pair.Key)).Select(pair => _folder.Notebook(pair.Key + ".ipynb", pair.Value)),
        ];
        Executed = new ExecutedNotebooks(_folder.At("out"), paths);
        foreach (string path in paths)
            _folder.File(Path.Combine("out", Path.GetFileName(path)), EarlierOutput);

        ILookup<bool, string> kinds = paths.ToLookup(path => _endless.Contains(Path.GetFileNameWithoutExtension(path)));
        IReadOnlyList<NotebookRun>[] all = await Task.WhenAll(
            new NotebookRunner(_options).RunAsync([.. kinds[false]]),
            RunEndlessAsync([.. kinds[true]])
        );
        foreach (NotebookRun run in all.SelectMany(batch => batch))
        {
            Executed.Write(run);
            _runs.Add(Path.GetFileNameWithoutExtension(run.Path), run);
        }
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>On a machine under load even the first cell needs seconds: the limit grows until the endless cells are
    /// reached.</summary>
    private async Task<IReadOnlyList<NotebookRun>> RunEndlessAsync(string[] paths)
    {
        while (true)
        {
            IReadOnlyList<NotebookRun> all = await new NotebookRunner(_options with { CellTimeout = Limit }).RunAsync(
                paths
            );
            if (Limit > TimeSpan.FromMinutes(1) || all.All(run => run.Cells[1].Outputs.OfType<StreamOutput>().Any()))
                return all;
            Limit *= 3;
        }
    }

    /// <summary>Cells reach for handles by number and for programs by the names that Unix gives them.</summary>
    private static bool CanRun(string name) =>
        name switch
        {
            _ when !Nightly.IsOn && _nightly.Contains(name) => false,
            "writes-to-channel" or "closes-channel" => OperatingSystem.IsLinux(),
            "closes-stdout" or "child-process" or "leaves-child" or "killed" => !OperatingSystem.IsWindows(),
            _ => true,
        };
}
