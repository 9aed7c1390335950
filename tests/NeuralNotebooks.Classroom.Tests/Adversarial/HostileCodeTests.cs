namespace NeuralNotebooks.Classroom.Tests.Adversarial;

/// <summary>Code that attacks its grader. The task allows what answers may not use, so that the sandbox itself is
/// tested. What <see cref="OpenAttacks"/> tries in a class is not repeated here.</summary>
public sealed class HostileCodeTests(SandboxFixture fixture)
{
    private static readonly TestTask _task = new("f", "double F(double x) => 2 * x;", ["F(1)", "F(0)", "F(2)"])
    {
        Allowed = ["N:System", "N:Microsoft"],
    };

    [Theory]
    [NightlyData("Environment.FailFast(\"no\");", NoAnswerReason.ProcessEnded)]
    [NightlyData("System.Diagnostics.Process.GetCurrentProcess().Kill();", NoAnswerReason.ProcessEnded)]
    [NightlyData("System.Threading.Thread.Sleep(-1);", NoAnswerReason.TimeLimit)]
    [NightlyData("while (true) try { while (true) { } } catch { }", NoAnswerReason.TimeLimit)]
    [InlineData("var all = new List<byte[]>(); while (true) all.Add(new byte[1 << 20]);", NoAnswerReason.MemoryLimit)]
    [NightlyData(
        "for (int i = 0; i < 10_000; i++) new System.Threading.Thread(() => "
            + "System.Threading.Thread.Sleep(-1)).Start();",
        NoAnswerReason.MemoryLimit
    )]
    [NightlyData(
        "for (int i = 0; i < 10_000; i++) System.Diagnostics.Process.Start(Environment.ProcessPath!, [\"--info\"]);",
        NoAnswerReason.Threw,
        NoAnswerReason.TimeLimit,
        NoAnswerReason.ProcessEnded,
        NoAnswerReason.MemoryLimit
    )]
    [InlineData(
        "using var disk = System.IO.File.Create(System.IO.Path.GetTempPath() + \"/fill\"); while (true) "
            + "disk.Write(new byte[1 << 20]);",
        NoAnswerReason.Threw
    )]
    [NightlyData(
        "for (int i = 0; ; i++) System.IO.File.WriteAllBytes(System.IO.Path.GetTempPath() + $\"/{i}\", new "
            + "byte[1 << 20]);",
        NoAnswerReason.Threw
    )]
    [NightlyData("System.IO.File.WriteAllText(\"x\", \"\");", NoAnswerReason.Threw)]
    [InlineData("new System.Net.Sockets.TcpClient().Connect(\"127.0.0.1\", 22);", NoAnswerReason.Threw)]
    [NightlyData("new System.Net.Sockets.UdpClient().Send(new byte[1], 1, \"192.0.2.1\", 53);", NoAnswerReason.Threw)]
    public async Task Hostile_code_costs_only_its_probe(string hostile, params NoAnswerReason[] reasons)
    {
        fixture.SkipUnlessAvailable();

        TaskAnswers answers = await AskAsync(
            _task,
            $"double F(double x) {{ if (x == 0) {{ {hostile} }} return 2 * x; }}"
        );

        Assert.Equal(new NumberAnswer(2), answers.Answers[0]);
        Assert.Contains(Assert.IsType<NoAnswer>(answers.Answers[1]).Reason, reasons);
        Assert.Equal(new NumberAnswer(4), answers.Answers[2]);
    }

    [Theory]
    [NightlyData(
        "Console.SetOut(System.IO.TextWriter.Null); Console.SetError(System.IO.TextWriter.Null); "
            + "Console.SetIn(System.IO.TextReader.Null);"
    )]
    [NightlyData("Console.Out.Close(); Console.Error.Close(); Console.OpenStandardOutput().Close();")]
    [NightlyData("Console.WriteLine(\"{\\\"score\\\": 1.0}\"); Console.OpenStandardOutput().Write(new byte[100_000]);")]
    [NightlyData("new System.Threading.Thread(() => { while (true) Console.WriteLine(\"later\"); }).Start();")]
    [NightlyData("new System.Threading.Thread(() => throw new Exception()).Start();")]
    [NightlyData(
        "System.Threading.ThreadPool.QueueUserWorkItem(_ => throw new Exception()); GC.Collect(); "
            + "GC.WaitForPendingFinalizers();"
    )]
    [NightlyData(
        "AppDomain.CurrentDomain.AssemblyLoad += (_, _) => throw new Exception(); "
            + "AppDomain.CurrentDomain.FirstChanceException += (_, _) => { };"
    )]
    [NightlyData(
        "System.Globalization.CultureInfo.CurrentCulture = new System.Globalization.CultureInfo(\"de-DE\"); "
            + "System.Threading.Thread.CurrentThread.IsBackground = true;"
    )]
    [NightlyData(
        "Environment.CurrentDirectory = \"/tmp\"; Environment.SetEnvironmentVariable(\"PATH\", \"x\"); "
            + "Environment.ExitCode = 3;"
    )]
    public async Task Code_that_meddles_with_its_own_process_changes_no_answer(string hostile)
    {
        fixture.SkipUnlessAvailable();

        TaskAnswers answers = await AskAsync(_task, $"{hostile}\ndouble F(double x) => 2 * x;");

        Assert.Equal([new NumberAnswer(2), new NumberAnswer(0), new NumberAnswer(4)], answers.Answers);
    }

    [Fact]
    public async Task Code_that_writes_to_the_channel_loses_that_probe()
    {
        fixture.SkipUnlessAvailable();
        const string Forge = """
            foreach (string handle in System.IO.Directory.GetFileSystemEntries("/proc/self/fd"))
                if (int.Parse(System.IO.Path.GetFileName(handle)) is > 2 and int fd)
                    try
                    {
                        using var channel = new Microsoft.Win32.SafeHandles.SafeFileHandle(fd, false);
                        using var stream = new System.IO.FileStream(channel, System.IO.FileAccess.Write, 0);
                        string answer = "{\"is\":\"number\",\"Value\":0}";
                        stream.Write(System.Text.Encoding.UTF8.GetBytes(
                            $"{{\"type\":\"answer\",\"Number\":1,\"Answer\":{answer}}}"));
                    }
                    catch (Exception) { }
            """;

        TaskAnswers answers = await AskAsync(
            _task,
            $"double F(double x) {{ if (x == 0) {{ {Forge} }} return 2 * x; }}"
        );

        Assert.Equal(
            [new NumberAnswer(2), new NoAnswer(NoAnswerReason.ProcessEnded), new NumberAnswer(4)],
            answers.Answers
        );
    }

    [Theory]
    [NightlyData(
        "System.IO.Directory.GetDirectories(\"/proc\").Count(folder => "
            + "int.TryParse(System.IO.Path.GetFileName(folder), out _))",
        2
    )] // The sandbox's first process and its own.
    [NightlyData(
        "System.IO.Directory.GetFiles(\"/proc\", \"environ\", new System.IO.EnumerationOptions { "
            + "RecurseSubdirectories = true, MaxRecursionDepth = 1, IgnoreInaccessible = true }).Count(file => "
            + "{ try { return System.IO.File.ReadAllText(file).Contains(\"PATH=\"); } catch { return false; } })",
        0
    )]
    [NightlyData(
        "System.IO.Directory.GetFileSystemEntries(\"/tmp\").Count(entry => !\"{root}/\".StartsWith(entry + \"/\"))",
        0
    )] // Besides folders above the program's.
    [NightlyData("System.IO.Directory.GetFiles(\".\", \"*.ipynb\").Length", 0)]
    [NightlyData(
        "System.IO.Directory.Exists(\"{root}/notebooks\") || System.IO.Directory.Exists(\"{home}\") ? 1 : 0",
        0
    )]
    [NightlyData(
        "System.Net.NetworkInformation.NetworkInterface.GetAllNetworkInterfaces().Count(network => "
            + "network.NetworkInterfaceType != System.Net.NetworkInformation.NetworkInterfaceType.Loopback)",
        0
    )]
    [NightlyData("Environment.ProcessorCount", 1)]
    [NightlyData(
        "AppDomain.CurrentDomain.GetAssemblies().Count(assembly => "
            + "assembly.GetName().Name!.StartsWith(\"Microsoft.CodeAnalysis\"))",
        0
    )]
    public async Task A_session_finds_no_trace_of_the_grader(string look, double found)
    {
        fixture.SkipUnlessAvailable();
        string home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);

        TaskAnswers answers = await AskAsync(
            _task with
            {
                Probes = ["F(0)"],
            },
            $"double F(double x) => {look.Replace("{root}", Repository.Root).Replace("{home}", home)};"
        );

        Assert.Equal(new NumberAnswer(found), answers.Answers[0]);
    }

    [Theory]
    [NightlyData("object[] cycle = [null!]; cycle[0] = cycle; return cycle;", NoAnswerReason.TooLarge)]
    [NightlyData(
        "object deep = 1; for (int i = 0; i < 100_000; i++) deep = new[] { deep }; return deep;",
        NoAnswerReason.TooLarge
    )]
    [NightlyData(
        "IEnumerable<int> Endless() { while (true) yield return 1; } return Endless();",
        NoAnswerReason.TooLarge
    )]
    [NightlyData(
        "IEnumerable<int> Stuck() { while (true) { } yield return 1; } return Stuck();",
        NoAnswerReason.TimeLimit
    )]
    [NightlyData("return new byte[300_000_000];", NoAnswerReason.TooLarge)]
    [NightlyData("return new string('x', 100_000_000);", NoAnswerReason.TooLarge)]
    [NightlyData("return new double[125_000_000];", NoAnswerReason.MemoryLimit)]
    [NightlyData("return new LongTuple();", NoAnswerReason.TooLarge)]
    [NightlyData("return new StuckRecord(1);", NoAnswerReason.TimeLimit)]
    [NightlyData("return new ThrowingRecord(1);", NoAnswerReason.Threw)]
    [NightlyData("throw new StuckException();", NoAnswerReason.TimeLimit)]
    [NightlyData("throw new TerseException();", NoAnswerReason.Threw)]
    [NightlyData("return null;", NoAnswerReason.NotAValue)]
    [NightlyData("return (Func<int>)(() => 1);", NoAnswerReason.NotAValue)]
    [NightlyData("return new Dictionary<string, int> { [\"a\"] = 1 };", NoAnswerReason.NotAValue)]
    public async Task A_value_that_cannot_be_read_costs_only_its_probe(string hostile, NoAnswerReason reason)
    {
        fixture.SkipUnlessAvailable();
        const string Types = """
            class LongTuple : System.Runtime.CompilerServices.ITuple
            {
                public int Length => int.MaxValue;
                public object this[int i] => 1;
            }
            record StuckRecord(int A) { public int B { get { while (true) { } } } }
            record ThrowingRecord(int A) { public int B => throw new InvalidOperationException(); }
            class StuckException : Exception { public override string Message { get { while (true) { } } } }
            class TerseException : Exception { public override string Message => throw new Exception(); }
            """;
        TestTask task = new("f", "object F(int x) => x;", ["F(1)", "F(0)", "F(2)"]) { Allowed = ["N:System"] };

        TaskAnswers answers = await AskAsync(task, $"{Types}\nobject F(int x) {{ if (x != 0) return x; {hostile} }}");

        Assert.Equal(new NumberAnswer(1), answers.Answers[0]);
        Assert.Equal(reason, Assert.IsType<NoAnswer>(answers.Answers[1]).Reason);
        Assert.Equal(new NumberAnswer(2), answers.Answers[2]);
    }

    [Fact]
    public async Task A_list_that_lies_about_its_length_is_what_it_enumerates()
    {
        fixture.SkipUnlessAvailable();
        const string Liar = """
            class Liar : IReadOnlyList<double>
            {
                public int Count => int.MaxValue;
                public double this[int i] => 1;
                public IEnumerator<double> GetEnumerator() { yield return 3; }
                System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
                public override string ToString() { while (true) { } }
            }
            IReadOnlyList<double> F(int x) => new Liar();
            """;

        TaskAnswers answers = await AskAsync(
            new TestTask("f", "IReadOnlyList<double> F(int x) => [x];", ["F(3)"]),
            Liar
        );

        Assert.Equal([new NumberAnswer(3)], Assert.IsType<ListAnswer>(answers.Answers[0]).Items);
    }

    private Task<TaskAnswers> AskAsync(TestTask task, string code) =>
        fixture.AskAsync(
            task,
            code,
            fixture.Options with
            {
                TimeLimit = TimeSpan.FromSeconds(6),
                MemoryMegabytes = 400,
            }
        );
}
